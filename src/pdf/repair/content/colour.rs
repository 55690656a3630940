//! Follows the colour of fills, to tell text that is printed in the colour of the paper.

use lopdf::Dictionary;

use super::{Numbers, Walk, named};
use crate::pdf::repair::graphics::Space;
use crate::pdf::repair::lexer::Operand;
use crate::pdf::tuning;

impl<'a> Walk<'_, 'a> {
    /// Notes whether what is filled from now on is white.
    pub(super) fn fill_colour(&mut self, operator: &[u8], operands: &[Operand], resources: Option<&'a Dictionary>) {
        let numbers = Numbers(operands);
        let light = |parts: &[f64]| parts.iter().all(|part| *part >= tuning::white());
        let no_ink = |parts: &[f64]| parts.iter().all(|part| *part <= 1.0 - tuning::white());
        self.state.paper = match (operator, operands) {
            (b"cs", _) => {
                self.state.space = self.space(operands, resources);
                false
            }
            (b"g", _) => numbers.last::<1>().is_some_and(|grey| light(&grey)),
            (_, [_]) => numbers.last::<1>().is_some_and(|part| match self.state.space {
                Space::Light => light(&part),
                Space::Ink => no_ink(&part),
                Space::List => false,
            }),
            (_, [_, _, _]) => numbers.last::<3>().is_some_and(|colour| light(&colour)),
            (_, [_, _, _, _]) => numbers.last::<4>().is_some_and(|inks| no_ink(&inks)),
            _ => false,
        };
        if matches!(operator, b"g" | b"rg" | b"k") {
            self.state.space = Space::Light;
        }
    }

    fn space(&self, operands: &[Operand], resources: Option<&'a Dictionary>) -> Space {
        let source = self.shared.source;
        let space = named(source, resources, b"ColorSpace", operands.last());
        let kind = space.and_then(|space| space.as_array().ok()?.first()).and_then(|kind| source.resolve(kind));
        match kind.and_then(|kind| kind.as_name().ok()) {
            Some(b"Separation" | b"DeviceN") => Space::Ink,
            Some(b"Indexed" | b"I" | b"Pattern") => Space::List,
            _ => Space::Light,
        }
    }
}
