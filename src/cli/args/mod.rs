//! The command line as plain data: what was typed, nothing done yet.

mod filters;
mod help;
mod serving;
mod shared;

use std::path::PathBuf;

use clap::{Args as Group, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use crate::search;

pub(super) use filters::Filters;
pub(super) use serving::{Link, Serve};
pub(super) use shared::{Output, Place, Recognition};

/// Where the letters lie when nothing else is said.
const CORPUS: &str = "corpus";

const LONG_ABOUT: &str = "\
Reads the PDF letters in which Dutch ministers answer the Tweede Kamer, gives every question its answer, every \
footnote its place and every reference its official number, and makes all of it searchable.

Answers go to standard output, talk and errors to standard error. Exit status: 0 found or done, 1 nothing found, \
2 an error.";

const EXAMPLES: &str = "\
Examples:
  vraagbaak index letters/                      read a folder of letters into the index
  vraagbaak search 'wachtlijst* jeugdzorg'      which answers speak of it?
  vraagbaak cites '32 847, nr. 808'             which letters cite this Kamerstuk?
  vraagbaak read --json letter.pdf | jq .pairs  one letter as an object";

/// The whole command line.
#[derive(Debug, Clone, Parser)]
#[command(name = "vraagbaak", version, about, long_about = LONG_ABOUT, after_help = EXAMPLES)]
#[command(arg_required_else_help = true, max_term_width = 100, disable_help_subcommand = true)]
pub(super) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// What the program does.
#[derive(Debug, Clone, Subcommand)]
pub(super) enum Verb {
    /// Read letters and show what was understood of them
    Read(Read),
    /// Read new and changed letters into the index
    Index(Index),
    /// Find questions and answers
    Search(Search),
    /// Find what cites a Kamerstuk, or the citations in a text
    Cites(Cites),
    /// Find earlier questions that ask the same as a draft
    Similar(Similar),
    /// Show one letter, or one question with its answer
    Show(Show),
    /// Report what is doubtful in letters, and where
    Check(Check),
    /// Complete a word, name, number or title that is being typed
    Suggest(Suggest),
    /// Make the references of a letter clickable
    Link(Link),
    /// Show what the search makes of a word
    Analyse(Analyse),
    /// Serve the pages and the API
    Serve(Serve),
    /// Print the completions for a shell
    Completions(Completions),
    /// Print the manual page
    Man,
    /// Read letters for another process of this program
    #[command(hide = true)]
    Worker(Worker),
}

/// Which part of a long answer is printed.
#[derive(Debug, Clone, Copy, Group)]
pub(super) struct Window {
    /// How many to show
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub limit: u16,
    /// Which page of them
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    pub page: u16,
}

/// `read`.
#[derive(Debug, Clone, Group)]
#[command(after_help = "\
Examples:
  vraagbaak read letter.pdf                 an outline to hold beside the page
  vraagbaak read --json *.pdf > all.ndjson  one letter object a line, which `index` takes too
  pdftotext letter.pdf - | vraagbaak read -

Exit status: 2 if any FILE failed; the others are printed all the same.")]
pub(super) struct Read {
    /// Letters: PDF, or plain text as `pdftotext` gives it; `-` is standard input
    #[arg(required = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// What to do with scans.
    #[command(flatten)]
    pub recognition: Recognition,
    /// How to print.
    #[command(flatten)]
    pub output: Output,
}

/// `index`.
#[derive(Debug, Clone, Group)]
#[command(after_help = "\
Examples:
  vraagbaak index                           the folder `corpus` into the folder `index`
  vraagbaak index letters/ more.ndjson      a folder of letters, and a file of letter objects
  vraagbaak index --forget letters/2011     take these letters out again

Only what is new or changed is read. A letter that is gone from under PATH leaves the index; letters \
elsewhere stay.
Exit status: 0, also with skipped files (2 with --strict); 2 if a PATH does not exist, nothing could \
be read, or the index cannot be used.")]
pub(super) struct Index {
    /// Folders and files of letters: .pdf, .txt, and .ndjson with letter objects
    #[arg(value_name = "PATH", default_value = CORPUS, value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Which index.
    #[command(flatten)]
    pub place: Place,
    /// Take the letters under this path out of the index, and read nothing
    #[arg(long, value_name = "PATH", conflicts_with = "paths", value_hint = ValueHint::AnyPath)]
    pub forget: Vec<PathBuf>,
    /// Exit status 2 if any file was skipped
    #[arg(long)]
    pub strict: bool,
    /// What to do with scans.
    #[command(flatten)]
    pub recognition: Recognition,
    /// How to print.
    #[command(flatten)]
    pub output: Output,
}

/// `search`.
#[derive(Debug, Clone, Group)]
#[command(after_help = help::search())]
pub(super) struct Search {
    /// What to look for; `-` is standard input
    #[arg(required = true, value_name = "QUERY")]
    pub query: Vec<String>,
    /// Filters.
    #[command(flatten)]
    pub filters: Filters,
    /// Count the results by vergaderjaar, ministerie and more
    #[arg(long)]
    pub facets: bool,
    /// Show how the query was understood, and what matched in each hit
    #[arg(long)]
    pub explain: bool,
    /// What comes first; ties are always in the same order
    #[arg(long, value_name = "ORDER", value_enum, default_value_t)]
    pub sort: Sort,
    /// Print only how many there are
    #[arg(long, conflicts_with_all = ["facets", "sort", "limit", "page"])]
    pub count: bool,
    /// Which of them.
    #[command(flatten)]
    pub window: Window,
    /// Which index.
    #[command(flatten)]
    pub place: Place,
    /// How to print.
    #[command(flatten)]
    pub output: Output,
}

/// What comes first.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum Sort {
    /// What fits the query best
    #[default]
    Relevance,
    /// The newest letters
    Newest,
    /// The oldest letters
    Oldest,
}

impl From<Sort> for search::Sort {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Relevance => Self::Relevance,
            Sort::Newest => Self::Newest,
            Sort::Oldest => Self::Oldest,
        }
    }
}

/// `cites`.
#[derive(Debug, Clone, Group)]
#[command(after_help = "\
Examples:
  vraagbaak cites '32 847, nr. 808'         every question, answer and footnote that cites it
  vraagbaak cites kst-32847-808             the same: any notation does
  vraagbaak cites 36200                     everything of the dossier, its hoofdstukken too
  vraagbaak cites 36200-VII                 this hoofdstuk alone
  vraagbaak cites '32847-80*'               every number that begins so
  vraagbaak cites 'Stb. 2010, 139'          other documents too: Aanhangsel, Handelingen, EU law, ECLI
  vraagbaak cites --find < lines.txt        one line of citations for each line
  pdftotext a.pdf - | vraagbaak cites --find --text

The newest come first. Where a notation may mean two documents, the likelier is looked up and the other \
is named. Of a Kamerstuk that nothing cites, the nearest of its dossier that are cited are shown.
Exit status: 1 if nothing cites it.")]
pub(super) struct Cites {
    /// The Kamerstuk or dossier, in any notation; `-` is standard input
    #[arg(value_name = "KAMERSTUK", required_unless_present = "find", conflicts_with = "find")]
    pub kamerstuk: Vec<String>,
    /// The other way round: find the citations in each line of standard input
    #[arg(long)]
    pub find: bool,
    /// With --find: all of standard input is one text
    #[arg(long, requires = "find")]
    pub text: bool,
    /// Show only N, the newest first; all where neither this nor --page is given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub limit: Option<u16>,
    /// Which page of N, or of 10
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub page: Option<u16>,
    /// Which index.
    #[command(flatten)]
    pub place: Place,
    /// How to print.
    #[command(flatten)]
    pub output: Output,
}

/// `similar`.
#[derive(Debug, Clone, Group)]
#[command(after_help = "\
Examples:
  vraagbaak similar 'Hoeveel kinderen wachten op jeugdzorg?'
  vraagbaak similar < draft.txt             several questions: numbered, with bullets, one a line, or \
apart by empty lines

Each earlier question says how near it is, in words and not in meaning: nearly the same, alike, touching; \
and which words of the draft it shares. That none is near is no proof that it was never asked. Nothing is \
sent anywhere, and the draft is kept nowhere.
Exit status: 1 if nothing was found for any of them.")]
pub(super) struct Similar {
    /// The draft questions; `-`, or nothing, is standard input
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// How many to show for each question
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub limit: u16,
    /// Which index.
    #[command(flatten)]
    pub place: Place,
    /// How to print.
    #[command(flatten)]
    pub output: Output,
}

/// `show`.
#[derive(Debug, Clone, Group)]
#[command(after_help = "\
Examples:
  vraagbaak show ah-tk-20232024-1314        the letter
  vraagbaak show ah-tk-20232024-1314#v3     question 3 with its answer

Below it stand the other letters of the same case that the index holds: those that either letter names, \
with the same case number, or with the same questions or answers; and where a question is open, the answer \
that was given to it since.
Exit status: 1 if the index holds no such letter or question.")]
pub(super) struct Show {
    /// The id of a letter, or of a pair
    #[arg(value_name = "ID")]
    pub id: String,
    /// Which index.
    #[command(flatten)]
    pub place: Place,
    /// How to print.
    #[command(flatten)]
    pub output: Output,
}

/// `check`.
#[derive(Debug, Clone, Group)]
#[command(after_help = "\
Examples:
  vraagbaak check                           every letter of the index
  vraagbaak check ah-tk-20232024-1314       one letter of the index
  vraagbaak check letters/ new.pdf          letters as they are read now, in the index or not

Letters with most doubted questions come first, then those with pages that could not be read, \
most doubts, most other remarks. A doubt means that our reading may be wrong at that place; what has \
none says what is odd in the letter itself.
Announced is how many questions the letter says it has: the highest number of its numbering, also \
where only an answer's heading names it, or more where its opening does («de 12 vragen»); `?` where \
nothing says it.
Exit status: 0 nothing doubtful, 1 doubts, 2 if a PATH could not be read or the index holds no such \
letter.")]
pub(super) struct Check {
    /// Files and folders of letters, or ids of letters in the index; all of the index where none is given
    #[arg(value_name = "PATH|ID", value_hint = ValueHint::AnyPath)]
    pub targets: Vec<String>,
    /// Show only the worst N letters
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub limit: Option<u16>,
    /// Which index.
    #[command(flatten)]
    pub place: Place,
    /// What to do with scans.
    #[command(flatten)]
    pub recognition: Recognition,
    /// How to print.
    #[command(flatten)]
    pub output: Output,
}

/// `suggest`.
#[derive(Debug, Clone, Group)]
#[command(after_help = help::suggest())]
pub(super) struct Suggest {
    /// What is typed so far
    #[arg(required = true, value_name = "PREFIX")]
    pub prefix: Vec<String>,
    /// How many to show of each kind
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=50))]
    pub limit: u16,
    /// Which index.
    #[command(flatten)]
    pub place: Place,
    /// How to print.
    #[command(flatten)]
    pub output: Output,
}

/// `analyse`.
#[derive(Debug, Clone, Group)]
#[command(after_help = "\
Example:
  vraagbaak analyse wiskundeonderwijs gemeentelijk Wmo

Prints for each word its stem, the parts of a compound, and the full names of an abbreviation or the \
abbreviations of a name, which are searched for as well, with less weight.
Exit status: 1 if no WORD holds a letter or digit.")]
pub(super) struct Analyse {
    /// The words
    #[arg(required = true, value_name = "WORD")]
    pub words: Vec<String>,
    /// How to print.
    #[command(flatten)]
    pub output: Output,
}

/// `completions`.
#[derive(Debug, Clone, Group)]
pub(super) struct Completions {
    /// The shell
    pub shell: Shell,
}

/// `worker`.
#[derive(Debug, Clone, Copy, Group)]
pub(super) struct Worker {
    /// Bytes of memory that the process may take
    pub memory: u64,
    /// What to do with scans.
    #[command(flatten)]
    pub recognition: Recognition,
}

impl Verb {
    /// True where the person asked for JSON: then errors are JSON too.
    #[must_use]
    pub(super) fn wants_json(&self) -> bool {
        match self {
            Self::Read(Read { output, .. })
            | Self::Index(Index { output, .. })
            | Self::Search(Search { output, .. })
            | Self::Cites(Cites { output, .. })
            | Self::Similar(Similar { output, .. })
            | Self::Show(Show { output, .. })
            | Self::Check(Check { output, .. })
            | Self::Suggest(Suggest { output, .. })
            | Self::Link(Link { output, .. })
            | Self::Analyse(Analyse { output, .. }) => output.json,
            Self::Serve(_) | Self::Completions(_) | Self::Man | Self::Worker(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Args::command().debug_assert();
    }
}
