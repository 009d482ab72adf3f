//! Whether something holds, as a circuit of "and" and "not" over what can be ticked.
//!
//! The same circuit is searched by the solver and worked out for given ticks, so that tests can hold it against `domain`.

use std::collections::HashMap;

/// A wire of the circuit: the output of a gate, as it is or reversed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signal(u32);

impl Signal {
    /// What never holds.
    pub const NEVER: Self = Self(0);
    /// What always holds.
    pub const ALWAYS: Self = Self(1);

    /// The gate that drives it.
    pub fn gate(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// Whether it is the reverse of its gate.
    pub fn is_reversed(self) -> bool {
        self.0 & 1 == 1
    }

    fn of_gate(gate: usize) -> Self {
        // A pack has far fewer gates than 2^31: it could not be held in memory otherwise.
        Self(u32::try_from(gate << 1).unwrap_or_default())
    }
}

impl std::ops::Not for Signal {
    type Output = Self;

    fn not(self) -> Self {
        Self(self.0 ^ 1)
    }
}

/// What drives a wire.
#[derive(Clone, Debug)]
pub enum Gate {
    /// Never on.
    Never,
    /// Free: the solver chooses, or a person ticks. Its place among the inputs.
    Input(usize),
    /// On when all of these are.
    And(Box<[Signal]>),
}

/// Gates in an order in which each comes after those that it looks at.
#[derive(Clone, Debug)]
pub struct Circuit {
    gates: Vec<Gate>,
    n_inputs: usize,
    /// The gate that is already there for the same parts.
    known: HashMap<Box<[Signal]>, usize>,
}

impl Default for Circuit {
    fn default() -> Self {
        Self {
            gates: vec![Gate::Never],
            n_inputs: 0,
            known: HashMap::new(),
        }
    }
}

impl Circuit {
    /// All gates, in order.
    pub fn gates(&self) -> &[Gate] {
        &self.gates
    }

    /// How many inputs there are.
    pub fn n_inputs(&self) -> usize {
        self.n_inputs
    }

    /// A new free wire.
    pub fn input(&mut self) -> Signal {
        let place = self.n_inputs;
        self.n_inputs += 1;
        self.push(Gate::Input(place))
    }

    /// What holds when every part does; without parts it always holds.
    pub fn all(&mut self, parts: impl IntoIterator<Item = Signal>) -> Signal {
        let mut parts: Vec<Signal> = parts
            .into_iter()
            .filter(|part| *part != Signal::ALWAYS)
            .collect();
        parts.sort_unstable();
        parts.dedup();
        // Sorted, a wire and its reverse are neighbors.
        let is_never = parts.first() == Some(&Signal::NEVER)
            || parts
                .iter()
                .zip(parts.iter().skip(1))
                .any(|(one, next)| *one == !*next);
        match parts.as_slice() {
            _ if is_never => Signal::NEVER,
            [] => Signal::ALWAYS,
            [only] => *only,
            _ => {
                let parts = parts.into_boxed_slice();
                if let Some(gate) = self.known.get(&parts) {
                    return Signal::of_gate(*gate);
                }
                self.known.insert(parts.clone(), self.gates.len());
                self.push(Gate::And(parts))
            }
        }
    }

    /// What holds when at least one part does; without parts it never holds.
    pub fn any(&mut self, parts: impl IntoIterator<Item = Signal>) -> Signal {
        !self.all(parts.into_iter().map(|part| !part))
    }

    /// Of some wires, those that are the first that is on.
    pub fn first_of(&mut self, parts: &[Signal]) -> Vec<Signal> {
        let mut none_before = Signal::ALWAYS;
        let mut firsts = Vec::with_capacity(parts.len());
        for part in parts {
            firsts.push(self.all([none_before, *part]));
            none_before = self.all([none_before, !*part]);
        }
        firsts
    }

    /// What holds when at least `n` of the parts do.
    pub fn at_least(&mut self, parts: &[Signal], n: usize) -> Signal {
        // counts[k]: at least k of the parts looked at so far.
        let mut counts = vec![Signal::ALWAYS];
        for part in parts {
            let mut next = vec![Signal::ALWAYS];
            for (fewer, same) in counts
                .iter()
                .zip(counts.iter().skip(1).chain([&Signal::NEVER]))
                .take(n)
            {
                let reached = self.all([*fewer, *part]);
                next.push(self.any([*same, reached]));
            }
            counts = next;
        }
        counts.get(n).copied().unwrap_or(Signal::NEVER)
    }

    /// Every gate for 64 sets of inputs at once, one a bit; inputs that are not given are off.
    pub fn work_out(&self, inputs: &[u64]) -> Worked {
        let mut values: Vec<u64> = Vec::with_capacity(self.gates.len());
        for gate in &self.gates {
            let value = match gate {
                Gate::Never => 0,
                Gate::Input(place) => inputs.get(*place).copied().unwrap_or_default(),
                Gate::And(parts) => parts
                    .iter()
                    .fold(u64::MAX, |value, part| value & worth(&values, *part)),
            };
            values.push(value);
        }
        Worked { values }
    }

    fn push(&mut self, gate: Gate) -> Signal {
        self.gates.push(gate);
        Signal::of_gate(self.gates.len() - 1)
    }
}

/// What every gate is for given inputs.
#[derive(Clone, Debug)]
pub struct Worked {
    values: Vec<u64>,
}

impl Worked {
    /// A wire for all 64 sets of inputs.
    pub fn bits(&self, signal: Signal) -> u64 {
        worth(&self.values, signal)
    }

    /// Whether a wire is on for the first set of inputs.
    pub fn is_on(&self, signal: Signal) -> bool {
        self.bits(signal) & 1 == 1
    }
}

fn worth(values: &[u64], signal: Signal) -> u64 {
    let value = values.get(signal.gate()).copied().unwrap_or_default();
    if signal.is_reversed() { !value } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_known_beforehand_takes_no_gate() {
        let mut circuit = Circuit::default();
        let tick = circuit.input();
        assert_eq!(circuit.all([]), Signal::ALWAYS);
        assert_eq!(circuit.any([]), Signal::NEVER);
        assert_eq!(circuit.all([tick, Signal::ALWAYS, tick]), tick);
        assert_eq!(circuit.any([tick, !tick]), Signal::ALWAYS);
        assert_eq!(circuit.gates().len(), 2);
    }

    #[test]
    fn the_same_parts_are_the_same_gate() {
        let mut circuit = Circuit::default();
        let (one, other) = (circuit.input(), circuit.input());
        assert_eq!(circuit.all([one, other]), circuit.all([other, one]));
    }

    proptest! {
        #[test]
        fn at_least_counts(inputs in prop::collection::vec(any::<u64>(), 0..7), n in 0..9_usize) {
            let mut circuit = Circuit::default();
            let wires: Vec<Signal> = inputs.iter().map(|_| circuit.input()).collect();
            let reached = circuit.at_least(&wires, n);
            let firsts = circuit.first_of(&wires);
            let worked = circuit.work_out(&inputs);
            for bit in 0..64 {
                let is_on = |value: u64| value >> bit & 1 == 1;
                let n_on = inputs.iter().filter(|value| is_on(**value)).count();
                prop_assert_eq!(is_on(worked.bits(reached)), n_on >= n);
                let first = inputs.iter().position(|value| is_on(*value));
                prop_assert_eq!(firsts.iter().position(|wire| is_on(worked.bits(*wire))), first);
            }
        }
    }
}
