using System;
using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <content>The memory itself.</content>
public sealed partial class Page
{
    /// <summary>Whether the page was written to (<c>PageDirty</c>).</summary>
    [RequiresRef]
    public bool IsDirty
    {
        get
        {
            EnsureAlive("Page.IsDirty");
            return Head.HasFlag(PageFlags.Dirty);
        }
    }

    /// <summary>Reads one byte of the page.</summary>
    /// <param name="offset">In bytes from the start of the page: 0 to <see cref="PhysicalMemory.PageSize"/> - 1.</param>
    /// <exception cref="ReferenceCountException">Nothing keeps the page alive.</exception>
    /// <exception cref="MemoryRemovedException">The device range is gone.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside the page.</exception>
    [RequiresRef]
    public byte ReadByte(int offset)
    {
        EnsureAlive("Page.ReadByte");
        return Load(offset);
    }

    /// <summary>Writes one byte of the page and marks it dirty.</summary>
    /// <param name="offset">In bytes from the start of the page: 0 to <see cref="PhysicalMemory.PageSize"/> - 1.</param>
    /// <param name="value">The byte.</param>
    /// <exception cref="ReferenceCountException">Nothing keeps the page alive.</exception>
    /// <exception cref="MemoryRemovedException">The device range is gone.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside the page.</exception>
    [RequiresRef]
    public void WriteByte(int offset, byte value)
    {
        EnsureAlive("Page.WriteByte");
        Store(offset, value);
        Head.SetFlag(PageFlags.Dirty);
    }

    /// <summary>Marks the page as written to, by a device for example (<c>set_page_dirty</c>).</summary>
    /// <exception cref="ReferenceCountException">Nothing keeps the page alive.</exception>
    /// <exception cref="MemoryRemovedException">The device range is gone.</exception>
    [RequiresRef]
    public void SetDirty()
    {
        EnsureAlive("Page.SetDirty");
        Head.SetFlag(PageFlags.Dirty);
    }

    /// <summary>What the hardware does with an address: no count is asked.</summary>
    internal byte Load(int offset)
    {
        CheckOffset(offset);
        byte[]? content = FindContent();
        return content is null ? (byte)0 : Volatile.Read(ref content[offset]);
    }

    /// <inheritdoc cref="Load"/>
    internal void Store(int offset, byte value)
    {
        CheckOffset(offset);
        Volatile.Write(ref Content()[offset], value);
    }

    internal void CopyContentFrom(Page source)
    {
        if (source.FindContent() is { } content)
        {
            Array.Copy(content, Content(), PhysicalMemory.PageSize);
        }
    }

    internal void ClearContent()
    {
        if (FindContent() is not null)
        {
            Volatile.Write(ref _zone.Contents.At(_index), null);
        }
    }

    internal void EnsurePresent(string operation)
    {
        if (_zone.IsRemoved)
        {
            throw new MemoryRemovedException(Pfn, operation);
        }
    }

    private static void CheckOffset(int offset)
    {
        if ((uint)offset >= PhysicalMemory.PageSize)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"A page has {PhysicalMemory.PageSize} bytes.");
        }
    }

    // Most pages of a large range are never touched, so their memory comes with the first write.
    private byte[] Content()
    {
        ref byte[]? place = ref _zone.Contents.At(_index);
        return Volatile.Read(ref place)
            ?? Interlocked.CompareExchange(ref place, new byte[PhysicalMemory.PageSize], null)
            ?? place!;
    }

    private byte[]? FindContent() => _zone.Contents.Find(_index);

    private void EnsureAlive(string operation)
    {
        EnsurePresent(operation);
        PageCounts counts = Counts;
        if (counts.Packed == _zone.BaseReferences && !_zone.KeepsPagesAlive)
        {
            throw Misuse(Invariant.I10, operation, counts, "neither a reference on the page nor one on its pgmap keeps it alive");
        }
    }
}
