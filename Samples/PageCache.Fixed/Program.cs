using System;
using System.Linq;
using Storage;

// A table of records in a store, with a cache of four frames before it; what is pinned after each step.
var store = new BlockStore(capacity: 8);
store.Add(); // Block 0 is nobody's: its number means "nowhere".
long root = store.Add();
var cache = new PageCache(store, frames: 4);

int stored = Enumerable.Range(1, 200).TakeWhile(key => Insert.TryAdd(cache, store, root, key, key * key)).Count();
Report("insert 200 records", $"{stored} in {store.BlockCount - 1} blocks, and full");
Report("look up 42", Lookup.TryFind(cache, root, 42, out long value) ? value : "not found");
Report("look up 142", Lookup.TryFind(cache, root, 142, out value) ? value : "not found");

using (var cursor = new Cursor(cache, root))
{
    long sum = 0;
    while (cursor.MoveNext() && cursor.Record.Key <= 50)
    {
        sum += cursor.Record.Value;
    }

    Report("scan up to 50", sum);
}

Report("stop the scan", "disposed");
Report("read ahead six blocks", $"{ReadAhead.Run(cache, root, count: 6)} came in");
Report("checksum of block 1", Checksum.Of(cache, root));
Checkpoint.Run(cache, store);
Report("checkpoint", Enumerable.Range(0, cache.FrameCount).Any(index => cache.FrameAt(index).IsDirty) ? "dirty" : "clean");
return 0;

void Report(string step, object outcome) =>
    Console.WriteLine($"{$"{step}: {outcome}",-42} pins {Enumerable.Range(0, cache.FrameCount).Sum(index => cache.FrameAt(index).Pins)}");
