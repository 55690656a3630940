//! The filters of the query language as flags: `--lid X` is `lid:X`.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use crate::search::{FIELDS, Field};

/// The values of the flags, by field.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Filters(pub(in crate::cli) Vec<(Field, String)>);

impl Args for Filters {
    fn augment_args(command: Command) -> Command {
        command.args(FIELDS.iter().filter_map(|row| {
            let name = row.field.name();
            let flag = Arg::new(name).long(name).value_name(row.flag?).help(capital(row.finds.1));
            Some(flag.action(ArgAction::Append).help_heading("Filters"))
        }))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Filters {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let flags = FIELDS.iter().filter(|row| row.flag.is_some());
        let values = flags.flat_map(|row| {
            let values = matches.get_many::<String>(row.field.name()).into_iter().flatten();
            values.map(|value| (row.field, value.clone()))
        });
        Ok(Self(values.collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
