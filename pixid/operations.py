"""What is done to a photo to make a file, in the visitor's words; ids as in a report's "operations"."""

SENTENCES = {
    "crop": "Cropped to the document's frame.",
    "turn": "Turned until the eyes are level.",
    "resize": "Resized to the document's pixels.",
    "enlarge": "Enlarged, because the photo has fewer pixels than the document asks for.",
    "pad": "Filled up to the portal's smallest file size with labelled padding; the picture is the same.",
    "strip-metadata": "Camera data and place removed.",
}
"""In the order in which they are done."""
