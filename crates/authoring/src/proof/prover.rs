//! What every property is proven with: the content as a circuit, and the solver that searches it.

use domain::text::Lang;

use super::circuit::{Circuit, Signal, Worked};
use super::example::{Example, fewest};
use super::model::{Content, Visit, free_ticks};
use super::solver::Solver;
use crate::compile::Compiled;

/// The content as a circuit, and its solver.
#[derive(Debug)]
pub struct Prover<'a> {
    /// The content.
    pub(super) content: Content<'a>,
    /// The circuit so far.
    pub(super) circuit: Circuit,
    /// Any visit at all.
    pub(super) visit: Visit,
    pub(super) solver: Solver,
}

impl<'a> Prover<'a> {
    /// Lays the content out.
    pub fn new(compiled: &'a Compiled) -> Self {
        let content = Content::of(compiled);
        let mut circuit = Circuit::default();
        let ticks = free_ticks(&mut circuit, content.survey());
        let visit = Visit::of(&mut circuit, &content, ticks);
        Self {
            content,
            circuit,
            visit,
            solver: Solver::default(),
        }
    }

    /// How many questions the solver has answered.
    pub fn n_asked(&self) -> usize {
        self.solver.n_asked()
    }

    /// Ticks for which this holds, or `None` when there are none at all.
    pub(super) fn find(&mut self, wanted: &[Signal]) -> Option<Vec<u64>> {
        self.solver.find(&self.circuit, wanted)
    }

    /// Which of these can hold.
    ///
    /// What one found visit shows beside what it was looked for is not looked for again.
    pub(super) fn can_hold(&mut self, wanted: &[Signal]) -> Vec<bool> {
        let mut found = vec![false; wanted.len()];
        for place in 0..wanted.len() {
            let (Some(false), Some(signal)) = (found.get(place), wanted.get(place)) else {
                continue;
            };
            if let Some(inputs) = self.find(&[*signal]) {
                let worked = self.circuit.work_out(&inputs);
                for (other, (found, signal)) in found.iter_mut().zip(wanted).enumerate() {
                    *found |= other == place || worked.is_on(*signal);
                }
            }
        }
        found
    }

    /// Everything about a visit for which this holds, with as few ticks as it takes; `None` when there is none.
    pub(super) fn show(&mut self, wanted: Signal) -> Option<Worked> {
        let inputs = self.find(&[wanted])?;
        let inputs = fewest(&self.circuit, inputs, wanted);
        Some(self.circuit.work_out(&inputs))
    }

    /// A visit for which this holds, with as few ticks as it takes.
    pub(super) fn example(&mut self, wanted: Signal, lang: Lang) -> Option<Example> {
        let worked = self.show(wanted)?;
        Some(Example::of(self.content.pack, &self.visit, &worked, lang))
    }
}
