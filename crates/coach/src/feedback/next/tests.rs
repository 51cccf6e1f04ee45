//! For each finding: what its next step is said with, on an answer that has it.
