//! Numbers that are the same on every machine.

/// e to the power of `x`, by halving `x` until a short series is exact enough: the library's own may
/// differ in the last bit from one machine to another.
pub fn exp(x: f64) -> f64 {
    let x = x.clamp(-700.0, 700.0);
    let halvings = 10;
    let small = x / f64::from(1 << halvings);
    // 1 + x + x²/2 + x³/6 + …
    let series = (1..=8).rev().fold(1.0, |sum, n| 1.0 + small / f64::from(n) * sum);
    (0..halvings).fold(series, |power, _| power * power)
}

/// The logistic function.
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// A fixed order of numbers below `count`, another for every `round`.
pub fn shuffled(count: usize, round: u64) -> Vec<usize> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64 ^ round.wrapping_mul(0xD1B5_4A32_D192_ED03);
    let mut order: Vec<usize> = (0..count).collect();
    for at in (1..count).rev() {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from((state >> 33) % (at as u64 + 1)).unwrap_or(0);
        order.swap(at, other);
    }
    order
}

/// One weight as follow-the-regularised-leader learns it (McMahan et al. 2013): most stay exactly zero.
#[derive(Clone, Copy, Debug, Default)]
pub struct Weight {
    /// What it is now.
    pub value: f64,
    z: f64,
    n: f64,
}

/// How it learns.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How large the steps are.
    pub step: f64,
    /// How much must speak for a weight before it leaves zero.
    pub sparse: f64,
    /// How much weights are held down.
    pub hold: f64,
}

impl Weight {
    /// Learns from one gradient.
    pub fn learn(&mut self, gradient: f64, pace: Pace) {
        let square = gradient * gradient;
        let sigma = ((self.n + square).sqrt() - self.n.sqrt()) / pace.step;
        self.z += gradient - sigma * self.value;
        self.n += square;
        self.value = if self.z.abs() <= pace.sparse {
            0.0
        } else {
            -(self.z - self.z.signum() * pace.sparse)
                / ((1.0 + self.n.sqrt()) / pace.step + pace.hold)
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_exact_enough() {
        for x in [-20.0, -3.0, -0.1, 0.0, 0.5, 1.0, 7.5, 20.0_f64] {
            let error = (exp(x) / x.exp() - 1.0).abs();
            assert!(error < 1e-9, "{x}: {error}");
        }
    }

    #[test]
    fn an_order_has_every_number_once() {
        let mut order = shuffled(100, 3);
        assert_ne!(order, shuffled(100, 4));
        order.sort_unstable();
        assert_eq!(order, (0..100).collect::<Vec<_>>());
    }
}
