//! The weights by which pairs are ranked, with what each was measured to be worth.
//!
//! **Invariant:** nothing is ranked by the form of a question, and short answers are neither preferred nor put behind.
//!
//! MRR@10 on the retrieval set (862 questions against 1,788 answers, with recall@10; 150 reworded questions against 1,017
//! pairs; 30 keyword queries), each step on top of those before it:
//!
//! | | answers | reworded | keywords |
//! |---|---|---|---|
//! | stems, question and answer as two fields, their scores added up | | .494 | .661 |
//! | + compounds split, all parts of a compound must occur | .622 / .770 | .549 | .789 |
//! | + in `similar` any part of a compound counts | .656 / .783 | .599 | .789 |
//! | + question and answer as one text | .656 / .783 | .718 | .786 |
//! | + a whole word weighs half of its parts | .653 / .790 | .727 | .786 |
//! | + stems corrected by the word list and the exceptions | .666 / .799 | .738 | .819 |
//!
//! Each value of [`Ranking`] on its own changed (`cargo bench --bench ranking` prints all of them). The rows are divided by
//! the MD5 of their id: MRR@10 of those with an even first byte, for choosing / of the others, for testing; recall@10
//! of all in brackets; and how many first hits of `reworded` have an answer under 40 characters:
//!
//! | | answers | reworded | keywords | short |
//! |---|---|---|---|---|
//! | a word counts as often as it is said, at most twice | .640/.692 (.798) | .808/.675 (.907) | .820/.818 (.867) | .13 |
//! | the same, at most ten times | .635/.686 (.798) | .808/.675 (.907) | .820/.818 (.867) | .13 |
//! | a word counts once: used | .643/.710 (.809) | .813/.694 (.907) | .820/.818 (.867) | .13 |
//! | whole words only | .584/.640 (.751) | .669/.506 (.787) | .825/.818 (.867) | .18 |
//! | parts only | .630/.685 (.795) | .818/.682 (.900) | .811/.818 (.867) | .14 |
//! | whole word .25 | .638/.692 (.802) | .815/.684 (.900) | .820/.818 (.867) | .15 |
//! | whole word .75 | .635/.691 (.791) | .804/.647 (.893) | .825/.818 (.867) | .13 |
//! | whole word 1 | .635/.689 (.789) | .799/.637 (.887) | .825/.818 (.867) | .14 |
//! | whole word 2 | .626/.684 (.787) | .764/.625 (.887) | .825/.818 (.867) | .16 |
//! | question besides .25 | .640/.692 (.798) | .804/.655 (.907) | .829/.818 (.867) | .16 |
//! | question besides 1 | .640/.692 (.798) | .789/.637 (.880) | .833/.818 (.867) | .15 |
//! | answer besides .25 | .640/.692 (.798) | .773/.654 (.893) | .823/.818 (.900) | .09 |
//! | answer besides 1 | .640/.692 (.798) | .650/.549 (.820) | .810/.818 (.900) | .03 |
//! | side by side .1 | .638/.694 (.798) | .808/.668 (.907) | .820/.818 (.867) | .13 |
//! | side by side .5 | .637/.694 (.800) | .808/.677 (.913) | .820/.818 (.867) | .13 |
//! | side by side 1 | .628/.685 (.797) | .795/.682 (.913) | .820/.818 (.867) | .13 |
//! | any word may be missing in `search` | .640/.692 (.798) | .808/.675 (.907) | .811/.924 (.967) | .13 |
//! | a third to three quarters of the words must occur | .640/.692 (.798) | .808/.675 (.907) | .820/.818 (.867) | .13 |
//!
//! The rows below the third were measured with at most twice. Kept is what helps on the half for choosing and holds on
//! the other: a word counts once. Side by side, question or answer besides, and any word missing do not help on both. A
//! tenth of the answers of the index are under 40 characters. A whole word of .25 is as good as .5 within what such a set can tell. The weights of notes and titles change nothing
//! there: the letters of the sets have neither. The engine has k1 = 1.2 and
//! b = .75 fixed.

use super::tuning;

/// By what pairs are ranked. The default is what was measured to be best; other values are for measuring.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranking {
    /// Weight of a whole word.
    pub stem: f32,
    /// Weight of the parts of compounds, and of words that are none, in the field of parts.
    pub parts: f32,
    /// Weight of words in the notes of a pair, and of those in its letter's title; those in question and answer as one
    /// text weigh 1.
    pub note: f32,
    /// See [`Ranking::note`].
    pub title: f32,
    /// What words in the question as a text of its own weigh besides, and those in the answer.
    pub question: f32,
    /// See [`Ranking::question`].
    pub answer: f32,
    /// What two words side by side add where they stand side by side in the query.
    pub beside: f32,
    /// The share of the words of a query that must occur.
    pub least: f32,
    /// How often a word of a draft question counts at most.
    pub repeated: usize,
}

impl Default for Ranking {
    fn default() -> Self {
        Self {
            stem: tuning::stem_weight(),
            parts: tuning::parts_weight(),
            note: tuning::note_weight(),
            title: tuning::title_weight(),
            question: 0.0,
            answer: 0.0,
            beside: 0.0,
            least: 1.0,
            repeated: tuning::repeated_max(),
        }
    }
}
