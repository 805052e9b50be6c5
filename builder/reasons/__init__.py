"""What other programs give as a reason, in our own words and in the language in force.

Found by the number of the reason, never by its text: that differs between systems and versions.
"""
