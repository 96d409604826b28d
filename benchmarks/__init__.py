"""How fast it is: ratios against peers and yardsticks, measured in one run."""
