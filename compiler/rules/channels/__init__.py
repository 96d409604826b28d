"""Rules about what channels bear: e-mails and their layouts, push notifications, SMS."""
