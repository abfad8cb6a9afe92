using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.Soundness;

public sealed class FixSoundnessTests
{
    private const string Types = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Devmap;
        using Devmap.Contracts;

        public sealed class Pool
        {
            [TrustedContract] [return: AcquiresRef] public Page Take() => throw null!;
            [TrustedContract] [return: AcquiresRef(When = When.NotNull)] public Page? TryTake() => null;
            [TrustedContract] public void Keep([ReleasesRef] Page page) { }
            [TrustedContract] public static int Look([RequiresRef] Page page) => 0;
        }

        public class C
        {
            private readonly Pool pool = new();
            private static void Log(string text) { }
            private static bool Ask() => true;

        """;

    /// <summary>Members with something wrong, and whether a fix has to be offered.</summary>
    public static TheoryData<bool, string> Bodies => new()
    {
        { true, "public void A() { var page = pool.Take(); Pool.Look(page); }" },
        { true, "public int A(bool a) { var page = pool.Take(); if (a) return 1; if (Ask()) { page.Put(); return 2; } return Pool.Look(page); }" },
        { true, "public void A() { var page = pool.TryTake(); if (page == null) return; Pool.Look(page); }" },
        { true, "public void A() { var page = pool.TryTake(); if (page != null) { Pool.Look(page); } Log(\"\"); }" },
        { true, "public void A() { if (pool.TryTake() is { } page) { Pool.Look(page); } Log(\"\"); }" },
        { true, "public void A(Page page) { bool ok = page.TryGet(); if (!ok) return; Pool.Look(page); }" },
        { true, "public void A(Page page) { bool ok = page.TryGet(); if (ok) { Pool.Look(page); } Log(\"\"); }" },
        { true, "public void A(Page page) { if (!page.TryGet()) throw new Exception(); Pool.Look(page); }" },
        { true, "public void A(Page page) { if (page.TryGet() == false) return; Pool.Look(page); }" },
        { false, "public void A(Page page) { if (page.TryGet() && Ask()) { Pool.Look(page); page.Put(); } }" },
        { true, "public void A(Page page) { if (Ask() && page.TryGet()) { Pool.Look(page); } }" },
        { true, "public void A() { while (Ask()) { var page = pool.Take(); if (Ask()) break; if (Ask()) { page.Put(); continue; } Pool.Look(page); } }" },
        { true, "public void A() { foreach (var n in new[] { 1, 2 }) { var page = pool.Take(); if (n == 1) continue; page.Put(); } }" },
        { true, "public void A() { var page = pool.Take(); try { Pool.Look(page); } catch (Exception) { page.Put(); throw; } }" },
        { true, "public int A() { var page = pool.Take(); try { return Pool.Look(page); } finally { Log(\"\"); } }" },
        { true, "public void A([ReleasesRef] Page page) { Pool.Look(page); }" },
        { true, "public void A([ReleasesRef] Page page) => Log(\"\");" },
        { true, "public async Task<int> A() { var page = pool.Take(); await Task.Yield(); return Pool.Look(page); }" },
        { true, "public IEnumerable<int> A() { var page = pool.Take(); yield return Pool.Look(page); yield return 2; }" },
        { true, "public int P { get { var page = pool.Take(); return Pool.Look(page); } }" },
        { true, "public C() { var page = pool.Take(); Pool.Look(page); }" },
        { true, "public void A() { F(); void F() { var page = pool.Take(); Pool.Look(page); } }" },
        { true, "public void A() { Action f = () => { var page = pool.Take(); Pool.Look(page); }; f(); }" },
        { true, "public void A(int n) { switch (n) { case 1: { var page = pool.Take(); Pool.Look(page); break; } default: Log(\"\"); break; } }" },
        { true, "public void A() { var page = pool.Take(); var other = pool.Take(); Pool.Look(page); Pool.Look(other); }" },
        { true, "public int A(bool a) { var page = pool.Take(); var other = pool.Take(); if (a) return Pool.Look(page); return Pool.Look(other); }" },
        { true, "public void A() { var page = pool.Take(); Pool.Look(page); page = pool.Take(); page.Put(); }" },
        { false, "public void A() { Page? page = null; for (var i = 0; i < 3; i++) { page = pool.Take(); Pool.Look(page); } page?.Put(); }" },
        { false, "public void A() { pool.Take(); }" },
        { true, "public void A() { Pool.Look(pool.Take()); }" },
        { true, "public int A() => Pool.Look(pool.Take());" },
        { true, "public int A() { if (Ask()) return Pool.Look(pool.Take()); return 0; }" },
        { true, "public int A() { var n = Pool.Look(pool.Take()); return n; }" },
        { false, "public bool A() { return Ask() && Pool.Look(pool.Take()) > 0; }" },
        { false, "public int A() { return Pool.Look(pool.TryTake()!); }" },
        { true, "public string A() { var page = pool.Take(); return $\"{Pool.Look(page)}\"; }" },
        { true, "public void A() { var page = pool.Take(); if (Ask()) throw new InvalidOperationException($\"{Pool.Look(page)}\"); page.Put(); }" },
        { true, "public void A() { using var reader = new System.IO.StringReader(\"\"); var page = pool.Take(); Pool.Look(page); }" },
        { true, "public void A() { lock (pool) { var page = pool.Take(); if (Ask()) return; Pool.Look(page); } Log(\"\"); }" },
        { true, "public void A() { var page = pool.Take(); Pool.Look(page); page.Put(); page.Put(); }" },
        { true, "public void A(bool a) { var page = pool.Take(); if (a) page.Put(); page.Put(); }" },
        { true, "public void A() { var page = pool.Take(); try { page.Put(); } finally { page.Put(); } }" },
        { true, "public void A(bool a) { var page = pool.Take(); try { if (a) { page.Put(); } Log(\"\"); } finally { page.Put(); } }" },
        { true, "public void A(bool a) { var page = pool.Take(); if (a) { Log(\"\"); page.Put(); } Log(\"\"); page.Put(); }" },
        { true, "public void A(bool a, bool b) { var page = pool.Take(); if (a) page.Put(); if (b) page.Put(); }" },
        { true, "public void A() { var page = pool.Take(); pool.Keep(page); page.Put(); }" },
        { false, "public void A(bool a) { var page = pool.Take(); if (a) pool.Keep(page); page.Put(); }" },
        { true, "public void A(Page page) { page.Put(); }" },
        { true, "public int A() { var page = pool.Take(); page.Put(); return Pool.Look(page); }" },
        { true, "public void A() { var page = pool.Take(); page.Put(); Pool.Look(page); }" },
        { true, "public bool A(Page page) { page.TryGet(); Pool.Look(page); page.Put(); return true; }" },
        { true, "public void A(Page page) { var ok = page.TryGet(); Pool.Look(page); page.Put(); }" },
        { true, "public void A(Page[] pages) { foreach (var page in pages) { page.TryGet(); page.Put(); } }" },
        { true, "public void A(Page page) { _ = page.TryGet(); page.Put(); }" },
        { true, "public void A(Page page) { if (Ask()) page.TryGet(); else return; page.Put(); }" },
        { true, "public Errno A(Vma vma, PhysicalMemory memory, Pfn pfn) { var page = memory.PfnToPage(pfn); if (page is null) return Errno.ENXIO; return vma.InsertPage(0, page); }" },
        { true, "public int A(Vma vma, PhysicalMemory memory, Pfn pfn) { var page = memory.PfnToPage(pfn); if (page is null) return 0; var error = vma.InsertPage(0, page); if (error != Errno.None) return -1; return 1; }" },
        { true, "public int A(Vma vma, PhysicalMemory memory, Pfn pfn) { var page = memory.PfnToPage(pfn); if (page is null) return 0; if (vma.InsertPage(0, page) != Errno.None) return -1; return 1; }" },
        { true, "public int A(PhysicalMemory memory, Pfn pfn) { var page = memory.PfnToPage(pfn); if (page is null) return -1; return page.ReadByte(0); }" },
        { true, "public byte A(PhysicalMemory memory, Pfn pfn) { return memory.PfnToPage(pfn)!.ReadByte(0); }" },
        { true, "public byte A(PhysicalMemory memory, Pfn pfn) => memory.PfnToPage(pfn)!.ReadByte(0);" },
        { true, "public void A(PhysicalMemory memory, Pfn first) { for (var i = 0; i < 4; i++) { var page = memory.PfnToPage(first); if (page is null) continue; page.WriteByte(0, 1); } }" },
        { true, "private int A(AddressSpace space, [HasTrait(\"fs-dax\")] Vma vma, Page[] pages) { return space.PinUserPages(vma, 0, 1, GupFlags.Write | GupFlags.LongTerm, pages); }" },
        { true, "private int A(AddressSpace space, [HasTrait(\"fs-dax\")] Vma vma, Page[] pages) { const GupFlags flags = GupFlags.LongTerm; return space.PinUserPages(vma, 0, 1, flags, pages); }" },
        { true, "private int A(AddressSpace space, [HasTrait(\"fs-dax\")] Vma vma, Page[] pages) { return space.PinUserPages(vma.Start, 1, GupFlags.LongTerm, pages); }" },
        { true, "public void A(AddressSpace space, ulong start) { var pages = new Page[4]; int pinned = space.PinUserPages(start, 4, GupFlags.Write, pages); if (pinned <= 0) return; Log(\"\"); }" },
        { true, "public int A(AddressSpace space, ulong start) { var pages = new Page[4]; int pinned = space.PinUserPages(start, 4, GupFlags.Write, pages); if (pinned < 0) { return pinned; } if (pinned < 4) { return -1; } space.UnpinUserPages(pages, pinned); return 0; }" },
        { true, "public void A(AddressSpace space, ulong start) { var pages = new Page[1]; space.PinUserPages(start, 1, GupFlags.Write, pages); space.UnpinUserPages(pages, 1); }" },
        { true, "public void A(PhysicalMemory memory, Pfn pfn) { var pgmap = memory.GetDevPagemap(pfn); if (pgmap is null) return; Log(pgmap.ToString()); }" },
        { true, "public void A(PhysicalMemory memory) { var page = memory.AllocPage(); if (page is null) { return; } page.WriteByte(0, 1); if (Ask()) { return; } page.Put(); }" },
        { true, "public Errno A(PhysicalMemory memory, Vma vma) { var page = memory.AllocPage(); if (page == null) return Errno.ENOMEM; var error = vma.InsertPage(vma.Start, page); if (error != Errno.None) return error; page.Put(); return Errno.None; }" },
        { true, "public bool A(PhysicalMemory memory) { var page = memory.AllocPage(); if (page is not null) { page.WriteByte(0, 1); return true; } return false; }" },
        { true, "public Page? A(PhysicalMemory memory) { var page = memory.AllocPage(); if (page is null) return null; if (page.ReadByte(0) == 0) return null; return page; }" },
        { false, "public void A(Page page) { page.Get(); page.Get(); Pool.Look(page); page.Put(); }" },
        { false, "public void A(bool a) { Page page; if (a) { page = pool.Take(); } else { page = pool.Take(); Pool.Look(page); } Pool.Look(page); }" },
        { false, "public void A(int n) { var page = n switch { 0 => pool.Take(), _ => pool.Take() }; Pool.Look(page); }" },
        { true, "public void A(bool a) { var page = a ? pool.Take() : null; if (page is null) return; Pool.Look(page); }" },
        { true, "public void A() { var page = pool.TryTake() ?? throw new Exception(); Pool.Look(page); }" },
        { true, "public void A() { Page? page; if ((page = pool.TryTake()) == null) return; Pool.Look(page); }" },
        { true, "public void A() { var page = pool.Take(); goto end; end: Pool.Look(page); }" },
        { true, "public void A() { while (true) { var page = pool.Take(); if (Ask()) { return; } page.Put(); } }" },
        { true, "public void A() { do { var page = pool.Take(); Pool.Look(page); } while (Ask()); }" },
        { true, "public void A(Page page) { while (page.TryGet()) { if (Ask()) break; page.Put(); } }" },
        { true, "public int A(int n) { var page = pool.Take(); switch (n) { case 0: return 0; case 1: page.Put(); return 1; default: break; } page.Put(); return 2; }" },
        { true, "public void A() { var page = pool.Take(); try { Log(\"\"); if (Ask()) return; } catch (Exception) { Log(\"\"); } page.Put(); }" },
        { true, "public event Action E { add { var page = pool.Take(); Pool.Look(page); } remove { } }" },
        { true, "public static implicit operator int(C c) { var page = c.pool.Take(); return Pool.Look(page); }" },
        { true, "~C() { var page = pool.Take(); Pool.Look(page); }" },
        { true, "public Func<int> A() => () => { var page = pool.Take(); return Pool.Look(page); };" },
        { true, "public void A(Page page) { Page same = page; same.Get(); Pool.Look(same); }" },
        { true, "public async Task A(Page page) { if (!page.TryGet()) { return; } await Task.Delay(1); if (Ask()) { await Task.Delay(2); return; } page.Put(); }" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task EveryOfferedFixKeepsItsPromises(bool isOffered, string body)
    {
        var (breaches, offered) = await FixSoundness.CheckAsync(Types + "    " + body + "\n}\n");
        Assert.True(breaches.Count == 0, string.Join("\n\n", breaches));
        Assert.Equal(isOffered, offered > 0);
    }
}
