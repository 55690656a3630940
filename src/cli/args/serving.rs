//! The arguments of what makes letters readable elsewhere: the server, and PDFs with links.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args as Group, ValueHint};

use super::{Output, Place, Recognition};

/// `link`.
#[derive(Debug, Clone, Group)]
#[command(after_help = "\
Examples:
  vraagbaak link letter.pdf -o linked.pdf   the same letter, its references clickable
  vraagbaak link --json letter.pdf -o linked.pdf | jq -r '.links[].url'

Every reference whose official address is known becomes a link. The letter's own bytes stay as they are, at \
the start of the new file. An encrypted or damaged file is refused, and a signed one unless --force is given.
Exit status: 2 if the letter could not be read, or no links can be added to it.")]
pub(in crate::cli) struct Link {
    /// The letter, a PDF; `-` is standard input
    #[arg(value_name = "LETTER", value_hint = ValueHint::FilePath)]
    pub letter: PathBuf,
    /// Where the linked letter is written; what is there is replaced
    #[arg(short = 'o', long = "output", value_name = "OUT", value_hint = ValueHint::FilePath)]
    pub output_file: PathBuf,
    /// Add links to a signed letter too
    #[arg(long)]
    pub force: bool,
    /// What to do with scans.
    #[command(flatten)]
    pub recognition: Recognition,
    /// How to print.
    #[command(flatten)]
    pub output: Output,
}

/// `serve`.
#[derive(Debug, Clone, Group)]
#[command(after_help = "\
Examples:
  vraagbaak serve letters/                  reads the letters, then serves http://127.0.0.1:8080
  vraagbaak serve --index /srv/index --listen 0.0.0.0:80 --base-address https://vraagbaak.example
  vraagbaak serve --allow-upload --upload-dir letters/uploads

Without --listen only this machine can reach the pages. Put a server that speaks TLS before it to serve others.
What another run of `vraagbaak index` adds is seen within seconds.
Drafts that are pasted at «Al eerder gevraagd?» are never kept, logged or put in an address. The access log holds \
method, path, status and time.
Ctrl-C, or the signal TERM, ends it when the requests under way are answered.
Exit status: 2 if the address cannot be listened on or a PATH does not exist.")]
pub(in crate::cli) struct Serve {
    /// Files and folders of letters to read into the index first
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// The address and port to listen on
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The public address under which others reach the pages; it goes into copied references and feeds
    #[arg(long, value_name = "URL", value_parser = base_address)]
    pub base_address: Option<String>,
    /// Let readers add letters
    #[arg(long, requires = "upload_dir")]
    pub allow_upload: bool,
    /// The folder into which added letters are written
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub upload_dir: Option<PathBuf>,
    /// Write a line of JSON to standard error for each request
    #[arg(long)]
    pub access_log: bool,
    /// Write the query of each search into that line, too
    #[arg(long, requires = "access_log")]
    pub log_queries: bool,
    /// Which index.
    #[command(flatten)]
    pub place: Place,
    /// What to do with scans.
    #[command(flatten)]
    pub recognition: Recognition,
}

/// `https://vraagbaak.example`, without what follows the host, or with a folder.
fn base_address(typed: &str) -> Result<String, String> {
    let bare = typed.trim_end_matches('/');
    let host = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['?', '#', ' ', '"', '<']) => Ok(bare.to_owned()),
        _ => Err("expected an address such as `https://vraagbaak.example`".to_owned()),
    }
}
