"""Records: the content of another admin screen's database, brought in and handed out."""
