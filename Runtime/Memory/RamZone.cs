using System.Collections.Generic;
using Devmap.Contracts;

namespace Devmap;

/// <summary>Ordinary memory: an allocator with a free list (the page allocator of the kernel, without orders).</summary>
[TrustedContract]
internal sealed class RamZone : Zone
{
    private readonly Stack<Page> _free;

    public RamZone(PhysicalMemory memory, int pageCount)
        : base(memory)
    {
        _free = new Stack<Page>(pageCount);
    }

    public int FreePages
    {
        get
        {
            lock (_free)
            {
                return _free.Count;
            }
        }
    }

    public void Add(Page page) => _free.Push(page);

    [return: AcquiresRef(When = When.NotNull)]
    public Page? Allocate()
    {
        lock (_free)
        {
            if (_free.Count == 0)
            {
                return null;
            }

            Page page = _free.Pop();
            page.TryActivate();
            return page;
        }
    }

    public override void OnIdle(Page page)
    {
        page.ClearFlags();
        page.ClearContent();
        lock (_free)
        {
            _free.Push(page);
        }
    }
}
