//! The ribbon beside an answer: which stretch of the sheet serves which part.

use coach::part::Part;

use crate::browser::measure::Lines;

/// A stretch of the ribbon, in pixels below the top of the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// The part it serves.
    pub part: Part,
    /// Its top.
    pub top: f64,
    /// Its bottom.
    pub bottom: f64,
}

/// Joins the sentences into runs of one part. Where two runs share a line, they meet in the middle of
/// it; where there is room between them, they meet halfway.
#[must_use]
pub fn runs(parts: &[Part], lines: &[Lines]) -> Vec<Run> {
    let mut runs: Vec<(Run, Lines)> = Vec::new();
    for (part, line) in parts.iter().zip(lines) {
        if let Some((run, last)) = runs.last_mut() {
            if run.part == *part {
                run.bottom = line.bottom;
                *last = *line;
                continue;
            }
            let shared = (line.top - last.last_top).abs() < 1.0;
            let meet = if shared {
                (line.top + line.first_bottom) / 2.0
            } else {
                (last.bottom + line.top) / 2.0
            };
            run.bottom = meet;
            runs.push((Run { part: *part, top: meet, bottom: line.bottom }, *line));
        } else {
            runs.push((Run { part: *part, top: line.top, bottom: line.bottom }, *line));
        }
    }
    runs.into_iter().map(|(run, _)| run).filter(|run| run.bottom > run.top).collect()
}

/// The class that draws a part.
#[must_use]
pub const fn class(part: Part) -> &'static str {
    match part {
        Part::Situation | Part::Task => "seg ctx",
        Part::Action => "seg act",
        Part::Result => "seg res",
        Part::Insight => "seg ins",
        Part::Other => "seg todo",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(top: f64, bottom: f64) -> Lines {
        Lines { top, first_bottom: top + 20.0, last_top: bottom - 20.0, bottom }
    }

    #[test]
    fn neighbours_of_one_part_make_one_run() {
        let runs = runs(&[Part::Action, Part::Action], &[lines(0.0, 40.0), lines(40.0, 60.0)]);
        assert_eq!(runs, [Run { part: Part::Action, top: 0.0, bottom: 60.0 }]);
    }

    #[test]
    fn two_runs_on_one_line_meet_in_its_middle() {
        let runs = runs(&[Part::Situation, Part::Action], &[lines(0.0, 40.0), lines(20.0, 60.0)]);
        assert_eq!(runs[0].bottom, 30.0);
        assert_eq!(runs[1], Run { part: Part::Action, top: 30.0, bottom: 60.0 });
    }

    #[test]
    fn runs_on_lines_of_their_own_meet_halfway() {
        let runs = runs(&[Part::Task, Part::Result], &[lines(0.0, 20.0), lines(30.0, 50.0)]);
        assert_eq!((runs[0].bottom, runs[1].top), (25.0, 25.0));
    }

    #[test]
    fn a_hidden_page_has_no_lines_and_no_ribbon() {
        assert!(runs(&[Part::Task], &[]).is_empty());
    }
}
