"""Rules about banners: their slots, the files of their images, what visitors see of them."""
