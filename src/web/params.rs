//! The query string of an address: its values, and addresses that differ from it in one of them.
//!
//! **Invariant:** an address keeps what it does not change, in the order in which it stood.

use form_urlencoded::Serializer;

/// The parameters of an address, in order; a name may stand several times.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Params(Vec<(String, String)>);

impl Params {
    /// Reads a query string; answers every string. What is empty is left out.
    pub(super) fn parse(query: &str) -> Self {
        let pairs = form_urlencoded::parse(query.as_bytes()).into_owned();
        Self(pairs.filter(|(_, value)| !value.trim().is_empty()).collect())
    }

    /// The first value of a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a name.
    pub(super) fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p str> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The same with one value of a name instead of all that it had.
    pub(super) fn with(&self, name: &str, value: &str) -> Self {
        let mut params = self.without(name);
        params.0.push((name.to_owned(), value.to_owned()));
        params
    }

    /// The same without a name.
    pub(super) fn without(&self, name: &str) -> Self {
        Self(self.0.iter().filter(|(own, _)| own != name).cloned().collect())
    }

    /// The names and values, for the hidden fields of a form.
    pub(super) fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// A path with these parameters.
    pub(super) fn of(&self, path: &str) -> String {
        if self.0.is_empty() { path.to_owned() } else { format!("{path}?{}", self.encoded()) }
    }

    fn encoded(&self) -> String {
        Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }
}

/// A part of a path, such as an id: everything that means something in an address is escaped.
pub(super) fn segment(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_keep_what_they_do_not_change() {
        let params = Params::parse("q=zorg+%26+welzijn&soort=brief&leeg=&pagina=3");
        assert_eq!(params.get("q"), Some("zorg & welzijn"));
        assert_eq!(params.without("pagina").of("/zoeken"), "/zoeken?q=zorg+%26+welzijn&soort=brief");
        assert_eq!(params.without("soort").with("pagina", "4").of("/zoeken"), "/zoeken?q=zorg+%26+welzijn&pagina=4");
        assert_eq!(Params::parse("").of("/zoeken"), "/zoeken");
        assert_eq!(segment("a b/c#d"), "a%20b%2Fc%23d");
    }
}
