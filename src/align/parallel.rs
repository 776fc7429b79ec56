//! Work on many pairs at once.

use std::thread;

/// Fewer items than this are not worth a thread.
const SMALLEST: usize = 2048;

/// `f` of every item with its place, in order. What comes out does not depend on the number of
/// threads.
pub(super) fn map<T: Sync, R: Send>(items: &[T], f: impl Fn(usize, &T) -> R + Sync) -> Vec<R> {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let size = items.len().div_ceil(workers).max(SMALLEST);
    let all = |start: usize, chunk: &[T]| -> Vec<R> {
        chunk
            .iter()
            .enumerate()
            .map(|(at, item)| f(start + at, item))
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
        let done = running.into_iter().map(|worker| {
            worker
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        done.flatten().collect()
    })
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn order_is_kept_over_threads() {
        let items: Vec<usize> = (0..10_000).collect();
        assert!(
            map(&items, |at, item| (at, *item))
                .iter()
                .all(|(at, item)| at == item)
        );
        assert_eq!(map(&items, |_, item| item * 2).len(), items.len());
    }
}
