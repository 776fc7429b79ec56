//! Work on many things at once, with results that do not depend on how many at once.

use std::thread;

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
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let size = items.len().div_ceil(workers).max(worth).max(1);
    let all = |start: usize, chunk: &'a [T]| -> Vec<R> {
        let mut state = state();
        let items = chunk.iter().enumerate();
        items
            .map(|(at, item)| f(&mut state, start + at, item))
            .collect()
    };
    if items.len() <= size {
        return all(0, items);
    }
    thread::scope(|scope| {
        let chunks = items.chunks(size).enumerate();
        let all = &all;
        let running: Vec<_> = chunks
            .map(|(n, chunk)| scope.spawn(move || all(n * size, chunk)))
            .collect();
        let mut done = Vec::with_capacity(items.len());
        for worker in running {
            let results = worker.join();
            done.extend(results.unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    })
}

/// Does `f` to every item, each on its own.
pub(crate) fn each_mut<T: Send>(items: &mut [T], worth: usize, f: impl Fn(&mut T) + Sync) {
    let workers = thread::available_parallelism().map_or(1, usize::from);
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
