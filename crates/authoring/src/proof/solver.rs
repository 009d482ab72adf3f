//! The solver: are there ticks for which this holds?

use batsat::{BasicSolver, Lit, SolverInterface, lbool};

use super::circuit::{Circuit, Gate, Signal};

/// A SAT solver that learns a circuit gate by gate, as it is asked about them, and keeps what it found out.
///
/// Source: Tseitin's encoding, one variable a gate.
#[derive(Default)]
pub struct Solver {
    sat: BasicSolver,
    /// The variable of each gate that was told so far.
    told: Vec<Option<Lit>>,
    n_asked: usize,
}

impl std::fmt::Debug for Solver {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Solver({} asked)", self.n_asked)
    }
}

impl Solver {
    /// Inputs for which all of `wanted` hold, one bit each (0 or 1), or `None` when there are none.
    pub fn find(&mut self, circuit: &Circuit, wanted: &[Signal]) -> Option<Vec<u64>> {
        if !self.is_possible(circuit, wanted) {
            return None;
        }
        let mut inputs = vec![0; circuit.n_inputs()];
        for (gate, literal) in circuit.gates().iter().zip(&self.told) {
            if let (Gate::Input(place), Some(literal)) = (gate, literal)
                && let Some(input) = inputs.get_mut(*place)
            {
                *input = u64::from(self.sat.value_lit(*literal) == lbool::TRUE);
            }
        }
        Some(inputs)
    }

    /// What each of `watched` is, as the solver sees it, where all of `given` hold; `None` when they cannot.
    pub fn values(
        &mut self,
        circuit: &Circuit,
        given: &[Signal],
        watched: &[Signal],
    ) -> Option<Vec<bool>> {
        let watched: Vec<Lit> = watched
            .iter()
            .map(|signal| self.literal(circuit, *signal))
            .collect();
        if !self.is_possible(circuit, given) {
            return None;
        }
        let values = watched.iter().map(|literal| self.sat.value_lit(*literal));
        Some(values.map(|value| value == lbool::TRUE).collect())
    }

    fn is_possible(&mut self, circuit: &Circuit, wanted: &[Signal]) -> bool {
        self.n_asked += 1;
        let assumed: Vec<Lit> = wanted
            .iter()
            .map(|signal| self.literal(circuit, *signal))
            .collect();
        // It never gives up; if it did, "not known" must not pass for "proven".
        self.sat.solve_limited(&assumed) != lbool::FALSE
    }

    /// How often it was asked.
    pub fn n_asked(&self) -> usize {
        self.n_asked
    }

    /// The literal of a wire, after telling the solver all that it hangs on.
    fn literal(&mut self, circuit: &Circuit, signal: Signal) -> Lit {
        let mut open = vec![signal.gate()];
        while let Some(gate) = open.pop() {
            if self.is_told(gate) {
                continue;
            }
            let parts = match circuit.gates().get(gate) {
                Some(Gate::And(parts)) => &**parts,
                Some(Gate::Never | Gate::Input(_)) | None => &[],
            };
            let untold: Vec<usize> = parts
                .iter()
                .map(|part| part.gate())
                .filter(|part| !self.is_told(*part))
                .collect();
            if untold.is_empty() {
                self.tell(circuit, gate);
            } else {
                open.push(gate);
                open.extend(untold);
            }
        }
        self.told_literal(signal)
    }

    fn is_told(&self, gate: usize) -> bool {
        self.told.get(gate).is_some_and(Option::is_some)
    }

    /// Tells a gate whose parts are told.
    fn tell(&mut self, circuit: &Circuit, gate: usize) {
        let output = Lit::new(self.sat.new_var_default(), true);
        if self.told.len() <= gate {
            self.told.resize(gate + 1, None);
        }
        if let Some(slot) = self.told.get_mut(gate) {
            *slot = Some(output);
        }
        match circuit.gates().get(gate) {
            Some(Gate::Input(_)) => {}
            Some(Gate::Never) | None => self.clause(vec![!output]),
            Some(Gate::And(parts)) => {
                let mut whole = vec![output];
                for part in parts {
                    let part = self.told_literal(*part);
                    self.clause(vec![!output, part]);
                    whole.push(!part);
                }
                self.clause(whole);
            }
        }
    }

    fn clause(&mut self, mut literals: Vec<Lit>) {
        // Whether the solver is still satisfiable is asked where it is used.
        let _ = self.sat.add_clause_reuse(&mut literals);
    }

    fn told_literal(&mut self, signal: Signal) -> Lit {
        let gate = self.told.get(signal.gate()).copied().flatten();
        let literal = gate.unwrap_or_else(|| Lit::new(self.sat.new_var_default(), true));
        if signal.is_reversed() {
            !literal
        } else {
            literal
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_cannot_be_is_not_found() {
        let mut circuit = Circuit::default();
        let (one, other) = (circuit.input(), circuit.input());
        let both = circuit.all([one, other]);
        let mut solver = Solver::default();
        assert_eq!(solver.find(&circuit, &[both]), Some(vec![1, 1]));
        assert_eq!(solver.find(&circuit, &[both, !one]), None);
        assert_eq!(solver.find(&circuit, &[Signal::NEVER]), None);
        assert!(solver.find(&circuit, &[Signal::ALWAYS]).is_some());
    }

    proptest! {
        #[test]
        fn the_solver_finds_ticks_exactly_when_there_are_some(
            steps in prop::collection::vec((any::<bool>(), prop::collection::vec((0..16_usize, any::<bool>()), 1..4)), 1..12),
        ) {
            const N_INPUTS: usize = 6;
            let mut circuit = Circuit::default();
            let mut wires: Vec<Signal> = (0..N_INPUTS).map(|_| circuit.input()).collect();
            for (is_all, parts) in steps {
                let parts: Vec<Signal> = parts
                    .into_iter()
                    .map(|(place, is_reversed)| {
                        let wire = wires[place % wires.len()];
                        if is_reversed { !wire } else { wire }
                    })
                    .collect();
                wires.push(if is_all { circuit.all(parts) } else { circuit.any(parts) });
            }
            // All 64 sets of six inputs, one a bit.
            let inputs: Vec<u64> = (0..N_INPUTS)
                .map(|input| (0..64_u64).filter(|set| set >> input & 1 == 1).map(|set| 1 << set).sum())
                .collect();
            let worked = circuit.work_out(&inputs);
            let mut solver = Solver::default();
            for wire in wires.iter().flat_map(|wire| [*wire, !*wire]) {
                match solver.find(&circuit, &[wire]) {
                    Some(found) => prop_assert!(circuit.work_out(&found).is_on(wire)),
                    None => prop_assert_eq!(worked.bits(wire), 0),
                }
            }
        }
    }
}
