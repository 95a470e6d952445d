"""The stages of the pipeline, one verb a module: read, segment, extract, decompose, select, query, retrieve, align, compare, judge."""
