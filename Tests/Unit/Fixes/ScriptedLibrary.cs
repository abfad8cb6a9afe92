namespace Devmap.Tests.Unit.Fixes;

/// <summary>A small counted library in source, so that scripted tests need no other assembly.</summary>
internal static class ScriptedLibrary
{
    public const string Source = """
        #nullable enable
        namespace Devmap.Contracts
        {
            public enum When { Always, True, False, NotNull }
            [System.AttributeUsage(System.AttributeTargets.All)]
            public sealed class AcquiresRefAttribute : System.Attribute { public string Kind { get; set; } = "ref"; public When When { get; set; } }
            [System.AttributeUsage(System.AttributeTargets.All)]
            public sealed class ReleasesRefAttribute : System.Attribute { public string Kind { get; set; } = "ref"; }
            [System.AttributeUsage(System.AttributeTargets.All)]
            public sealed class RequiresRefAttribute : System.Attribute { }
            [System.AttributeUsage(System.AttributeTargets.All)]
            public sealed class UncountedRefAttribute : System.Attribute { }
        }
        namespace Devmap
        {
            using Devmap.Contracts;
            public enum Errno { None = 0, EAGAIN = 11, EBUSY = 16, EOPNOTSUPP = 95 }
            [System.Flags] public enum GupFlags { None = 0, Write = 1, Get = 4, LongTerm = 0x100 }
            public readonly record struct Pfn(ulong Value);
            public sealed class Page
            {
                [AcquiresRef] public void Get() { }
                [AcquiresRef(When = When.True)] public bool TryGet() => true;
                [ReleasesRef] public void Put() { }
                [RequiresRef] public byte ReadByte(int offset) => 0;
                public int RefCount => 0;
                public Pfn Pfn => default;
            }
            public sealed class Pool
            {
                [return: AcquiresRef] public Page Take() => new Page();
                [return: AcquiresRef(When = When.NotNull)] public Page? TryTake() => null;
                public void Keep([ReleasesRef] Page page) { }
                public void Look([RequiresRef] Page page) { }
            }
            public sealed class PgMap { [ReleasesRef(Kind = "pgmap")] public void Put() { } }
            public sealed class PhysicalMemory
            {
                [return: UncountedRef] public Page? PfnToPage(Pfn pfn) => null;
                [return: AcquiresRef(Kind = "pgmap", When = When.NotNull)] public PgMap? GetDevPagemap(Pfn pfn) => null;
            }
            public sealed class Vma
            {
                public bool IsFsDax => false;
                public Errno InsertPage(ulong address, [RequiresRef] Page page) => Errno.None;
            }
            public sealed class AddressSpace
            {
                public int PinUserPages(Vma vma, ulong start, int count, GupFlags flags, Page[] pages) => 0;
            }
        }
        """;
}
