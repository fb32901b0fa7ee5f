"""What we ship and why: graphs optimised offline, weights stored in half precision where that loses nothing."""
