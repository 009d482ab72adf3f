//! Numbers as bits, and bits as symbols of five.

/// Bits being written, the highest first.
#[derive(Debug, Default)]
pub struct Bits {
    bits: Vec<bool>,
}

impl Bits {
    /// The lowest `width` bits of a number.
    pub fn put(&mut self, number: u32, width: u32) {
        for place in (0..width).rev() {
            self.bits.push(number >> place & 1 == 1);
        }
    }

    /// A gap in Rice's code: how many times 2^`low` fits into it as so many ones, a zero, and the rest in `low` bits.
    ///
    /// Source: R. F. Rice, "Some Practical Universal Noiseless Coding Techniques", JPL 79-22, 1979.
    pub fn put_gap(&mut self, gap: u32, low: u32) {
        for _ in 0..gap >> low {
            self.bits.push(true);
        }
        self.bits.push(false);
        self.put(gap, low);
    }

    /// The bits as symbols, filled up with ones to whole groups of `group` symbols.
    ///
    /// Ones, because a gap that never ends is no gap: whoever reads them stops there.
    pub fn symbols(mut self, group: usize) -> Vec<u8> {
        let whole = self.bits.len().next_multiple_of(group * 5);
        self.bits.resize(whole, true);
        self.bits
            .chunks(5)
            .map(|five| {
                five.iter()
                    .fold(0, |symbol, bit| symbol << 1 | u8::from(*bit))
            })
            .collect()
    }
}

/// Bits being read.
#[derive(Debug)]
pub struct Taken<'a> {
    symbols: &'a [u8],
    place: usize,
}

impl<'a> Taken<'a> {
    /// The bits of these symbols.
    pub fn new(symbols: &'a [u8]) -> Self {
        Self { symbols, place: 0 }
    }

    /// The next `width` bits; `None` when fewer are left.
    pub fn take(&mut self, width: u32) -> Option<u32> {
        (0..width).try_fold(0, |number, _| Some(number << 1 | u32::from(self.bit()?)))
    }

    /// The next gap; `None` at the end.
    pub fn take_gap(&mut self, low: u32) -> Option<u32> {
        let mut times = 0;
        while self.bit()? {
            times += 1;
        }
        Some(times << low | self.take(low)?)
    }

    fn bit(&mut self) -> Option<bool> {
        let symbol = *self.symbols.get(self.place / 5)?;
        let bit = symbol >> (4 - self.place % 5) & 1 == 1;
        self.place += 1;
        Some(bit)
    }
}
