//! Work on many things at once, with results that do not depend on how many at once.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many pieces of the work there are for each thread.
const PIECES: usize = 8;

/// How many threads are used where there is work for `most`. The system is asked once, and not at
/// all where one will do: on Linux it reads three files to answer.
fn workers(most: usize) -> usize {
    static THERE: OnceLock<usize> = OnceLock::new();
    if most < 2 {
        return 1;
    }
    let there = || thread::available_parallelism().map_or(1, NonZero::get);
    most.min(*THERE.get_or_init(there))
}

/// `f` of every item with its place, in order. What comes out does not depend on the number of
/// threads. Fewer items than `worth` are not worth a thread.
pub(crate) fn map<'a, T: Sync, R: Send>(
    items: &'a [T],
    worth: usize,
    f: impl Fn(usize, &'a T) -> R + Sync,
) -> Vec<R> {
    map_with(items, worth, || (), |(), at, item| f(at, item))
}

/// The same, where each thread has a state of its own, which may hold what `f` need not work out
/// again for the next item, and nothing else.
pub(crate) fn map_with<'a, T: Sync, S, R: Send>(
    items: &'a [T],
    worth: usize,
    state: impl Fn() -> S + Sync,
    f: impl Fn(&mut S, usize, &'a T) -> R + Sync,
) -> Vec<R> {
    let workers = workers(items.len() / worth.max(1));
    let size = items.len().div_ceil(workers * PIECES).max(1);
    let piece = |state: &mut S, n: usize, piece: &'a [T]| -> Vec<R> {
        let items = piece.iter().zip(n * size..);
        items.map(|(item, at)| f(state, at, item)).collect()
    };
    let pieces: Vec<&'a [T]> = items.chunks(size).collect();
    let next = AtomicUsize::new(0);
    // Whoever is done with a piece takes the next one: no two take equally long.
    let work = || {
        let (mut state, mut done) = (state(), Vec::new());
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            let Some(items) = pieces.get(n) else {
                return done;
            };
            done.push((n, piece(&mut state, n, items)));
        }
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let mut done = work();
        for other in others {
            let results = other.join();
            done.extend(results.unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(n, _)| *n);
    done.into_iter().flat_map(|(_, results)| results).collect()
}

/// Does `f` to every item, each on its own.
pub(crate) fn each_mut<T: Send>(items: &mut [T], worth: usize, f: impl Fn(&mut T) + Sync) {
    let workers = workers(items.len() / worth.max(1));
    let size = items.len().div_ceil(workers).max(worth).max(1);
    if items.len() <= size {
        return items.iter_mut().for_each(f);
    }
    thread::scope(|scope| {
        for chunk in items.chunks_mut(size) {
            scope.spawn(|| chunk.iter_mut().for_each(&f));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{each_mut, map, map_with};

    #[test]
    fn order_is_kept_over_threads() {
        let items: Vec<usize> = (0..10_000).collect();
        assert!(
            map(&items, 100, |at, item| (at, *item))
                .iter()
                .all(|(at, item)| at == item)
        );
        assert_eq!(map(&items, 100, |_, item| item * 2).len(), items.len());
        assert!(map(&items[..0], 0, |_, item| *item).is_empty());
        let mut more = items.clone();
        each_mut(&mut more, 100, |item| *item += 1);
        assert!(more.iter().zip(1..).all(|(item, next)| *item == next));
    }

    #[test]
    fn a_state_goes_from_item_to_item() {
        let sums = map_with(
            &[1, 2, 3],
            100,
            || 0,
            |sum, _, item| {
                *sum += item;
                *sum
            },
        );
        assert_eq!(sums, [1, 3, 6]);
    }
}
