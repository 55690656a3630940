//! A [`Text`](crate::layout::Text) comes in; a letter goes out: kind, front matter, questions, answers, notes, doubts.
