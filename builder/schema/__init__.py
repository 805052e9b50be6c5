"""The author's files as models: what a course, module, lesson and quiz are made of."""
