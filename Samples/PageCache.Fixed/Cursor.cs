using System;
using Devmap.Contracts;

namespace Storage;

/// <summary>Goes through the records of a table. The block that it stands in is pinned.</summary>
public sealed class Cursor : IDisposable
{
    private readonly PageCache _cache;
    private long _next;
    private int _index;

    [OwnedRef(Kind = "pin")]
    private Frame? _current;

    public Cursor(PageCache cache, long root)
    {
        _cache = cache;
        _next = root;
    }

    public (long Key, long Value) Record { get; private set; }

    /// <summary>Goes on to the next record.</summary>
    /// <returns><see langword="false"/>: there is none, or no frame for its block.</returns>
    public bool MoveNext()
    {
        while (true)
        {
            if (_current is null)
            {
                if (_next == 0 || _cache.Pin(_next) is not { } frame)
                {
                    return false;
                }

                _current = frame;
                _index = 0;
            }

            var block = new RecordBlock(_current.Bytes);
            if (_index < block.Count)
            {
                Record = block[_index++];
                return true;
            }

            _next = block.Next;
            _current.Unpin();
            _current = null;
        }
    }

    public void Dispose()
    {
        _next = 0;
        _current?.Unpin();
        _current = null;
    }
}
