//! Conditions put together, with whatever is known beforehand worked out.

use domain::Condition;

/// A condition that always or never holds.
pub fn truth(holds: bool) -> Condition {
    if holds {
        Condition::Always
    } else {
        Condition::Never
    }
}

/// The condition that every part holds; without parts it always does.
pub fn all_of(parts: Vec<Condition>) -> Condition {
    let mut kept = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Condition::Always => {}
            Condition::Never => return Condition::Never,
            Condition::All(inner) => kept.extend(inner),
            part => kept.push(part),
        }
    }
    match kept.len() {
        0 => Condition::Always,
        1 => kept.remove(0),
        _ => Condition::All(kept),
    }
}

/// The condition that at least one part holds; without parts it never does.
///
/// An answer beside "always" changes nothing about whether it holds, but is still a reason.
pub fn any_of(parts: Vec<Condition>, is_for_reasons: bool) -> Condition {
    if !is_for_reasons && parts.contains(&Condition::Always) {
        return Condition::Always;
    }
    let mut kept = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Condition::Never => {}
            Condition::Any(inner) => kept.extend(inner),
            part => kept.push(part),
        }
    }
    match kept.len() {
        0 => Condition::Never,
        1 => kept.remove(0),
        _ => Condition::Any(kept),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::condition::Reason;
    use domain::{ChoiceId, QuestionId};
    use proptest::prelude::*;

    fn selected(question: u16) -> Condition {
        Condition::Selected(Reason {
            question: QuestionId(question),
            choice: ChoiceId(0),
        })
    }

    #[test]
    fn what_always_or_never_holds_is_worked_out() {
        let parts = |known| vec![selected(0), known];
        assert_eq!(all_of(parts(Condition::Always)), selected(0));
        assert_eq!(all_of(parts(Condition::Never)), Condition::Never);
        assert_eq!(any_of(parts(Condition::Never), false), selected(0));
        assert_eq!(any_of(parts(Condition::Always), false), Condition::Always);
        assert_eq!(all_of(Vec::new()), Condition::Always);
        assert_eq!(any_of(Vec::new(), false), Condition::Never);
    }

    #[test]
    fn an_answer_beside_always_stays_where_reasons_are_derived() {
        let parts = vec![selected(0), Condition::Always];
        assert_eq!(any_of(parts.clone(), true), Condition::Any(parts));
    }

    #[test]
    fn parts_of_the_same_kind_are_joined() {
        let inner = all_of(vec![selected(0), selected(1)]);
        let outer = all_of(vec![inner, selected(2)]);
        let expected = Condition::All(vec![selected(0), selected(1), selected(2)]);
        assert_eq!(outer, expected);
    }

    proptest! {
        #[test]
        fn working_out_never_changes_whether_a_condition_holds(
            parts in proptest::collection::vec(0..4_u16, 0..5),
            ticked in proptest::collection::vec(any::<bool>(), 2),
            is_for_reasons in any::<bool>(),
        ) {
            let part = |kind: &u16| match kind {
                0 => Condition::Always,
                1 => Condition::Never,
                other => selected(other - 2),
            };
            let parts: Vec<Condition> = parts.iter().map(part).collect();
            let mut answers = domain::Answers::default();
            for (question, is_ticked) in (0..2).zip(ticked) {
                if is_ticked {
                    answers.add(QuestionId(question), ChoiceId(0));
                }
            }
            let holds = |condition: Condition| condition.holds(&answers);
            prop_assert_eq!(holds(all_of(parts.clone())), holds(Condition::All(parts.clone())));
            prop_assert_eq!(holds(any_of(parts.clone(), is_for_reasons)), holds(Condition::Any(parts)));
        }
    }
}
