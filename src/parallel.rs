//! Work on many things at once, with results that do not depend on how many at once.

use rayon::{ThreadPool, ThreadPoolBuilder};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};

/// How many pieces of the work there are for each thread.
const PIECES: usize = 8;

/// The threads, started when first asked for. `None` where the system gives none: the work is then
/// done by who asks for it.
static POOL: LazyLock<Option<ThreadPool>> = LazyLock::new(|| ThreadPoolBuilder::new().build().ok());

/// Does `work` of many steps on one of the threads: from outside, each step would have to wait for
/// them.
pub(crate) fn within<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    match &*POOL {
        Some(pool) => pool.install(work),
        None => work(),
    }
}

/// What both functions give, done at the same time.
pub(crate) fn both<A: Send, B: Send>(
    a: impl FnOnce() -> A + Send,
    b: impl FnOnce() -> B + Send,
) -> (A, B) {
    match &*POOL {
        Some(pool) => pool.join(a, b),
        None => (a(), b()),
    }
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
    let most = items.len() / worth.max(1);
    let pool = POOL.as_ref().filter(|_| most > 1);
    let workers = pool.map_or(1, |pool| most.min(pool.current_num_threads()));
    let Some(pool) = pool.filter(|_| workers > 1) else {
        let mut state = state();
        let items = items.iter().enumerate();
        return items.map(|(at, item)| f(&mut state, at, item)).collect();
    };
    let size = items.len().div_ceil(workers * PIECES).max(1);
    let pieces: Vec<&'a [T]> = items.chunks(size).collect();
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Vec<R>)>> = Mutex::new(Vec::with_capacity(pieces.len()));
    // Whoever is done with a piece takes the next one: no two take equally long.
    let work = || {
        let mut own = None;
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            let Some(piece) = pieces.get(n) else { return };
            let state = own.get_or_insert_with(&state);
            let items = piece.iter().zip(n * size..);
            let results = items.map(|(item, at)| f(state, at, item)).collect();
            let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
            done.push((n, results));
        }
    };
    pool.scope(|scope| {
        for _ in 1..workers {
            scope.spawn(|_| work());
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(n, _)| *n);
    let mut all = Vec::with_capacity(items.len());
    for (_, results) in done {
        all.extend(results);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{both, map, map_with, within};

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
        let halves = || both(|| map(&items, 1, |at, _| at), || items.len());
        assert_eq!(within(halves), (items.clone(), items.len()));
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
