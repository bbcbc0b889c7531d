"""A made-up town to try Alongside in; installed only while DEBUG."""
