"""What is in pictures, films, sound and captions: bytes → plain facts. No file is opened here."""
