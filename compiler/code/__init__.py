"""Where keys are used in the code of applications, by real syntax trees."""
