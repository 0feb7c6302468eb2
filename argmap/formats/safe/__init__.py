"""Reading what others wrote: any encoding, no depth or number without end, nothing fetched."""
