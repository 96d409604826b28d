"""Android's string resources: texts, plurals and arrays of `res/values*/strings.xml`."""
