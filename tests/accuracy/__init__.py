"""How near our measurements come to what people placed by hand. Needs the photos: PIXID_PHOTOS names their folder."""
