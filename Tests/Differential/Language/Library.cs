namespace Devmap.Tests.Differential.Language;

/// <summary>The counted type that the programs use: two kinds, and a conditional acquire for every answer.</summary>
internal static class Library
{
    public const string Source = """
        using System;
        using System.Diagnostics.CodeAnalysis;
        using Devmap.Contracts;

        public enum Status { Ok, Busy, Gone }

        [TrustedContract]
        public sealed class Item : IDisposable
        {
            [AcquiresRef] public Item() { }
            [AcquiresRef] public void Get() { }
            [AcquiresRef(When = When.True)] public bool TryGet() => false;
            [AcquiresRef(When = When.False)] public bool IsGone() => true;
            [AcquiresRef(When = When.Zero)] public int GetOrErrno() => 5;
            [AcquiresRef(When = When.NonZero)] public int GetIfLive() => 0;
            [AcquiresRef(When = When.Positive)] public int GetCount() => 0;
            [AcquiresRef(When = When.NonNegative)] public int GetSlot() => 0;
            [AcquiresRef(When = When.Zero)] public Status GetStatus() => Status.Gone;
            [AcquiresRef(When = When.True, WhenParameter = "held", ThrowsOtherwise = true)] public void Hold(ref bool held) { }
            [ReleasesRef] public void Put() { }
            [ReleasesRef(Idempotent = true)] public void Close() { }
            [ReleasesRef] public void Dispose() { }
            [RequiresRef] public int Read() => 0;
            [AcquiresRef(Kind = "pin")] public void Pin() { }
            [AcquiresRef(Kind = "pin", When = When.True)] public bool TryPin() => false;
            [ReleasesRef(Kind = "pin")] public void Unpin() { }
        }

        [TrustedContract]
        public static class Pool
        {
            [return: AcquiresRef] public static Item Take() => new Item();
            [return: AcquiresRef(When = When.NotNull)] public static Item Find(int key) => null;
            public static bool TryTake([AcquiresRef(When = When.True)] [NotNullWhen(true)] out Item item) { item = null; return false; }
            public static void Give([ReleasesRef] Item item) { }
            public static void Lend([RequiresRef] Item item) { }
            public static bool More() => false;
            public static int[] Numbers() => new int[0];
            [DoesNotReturn] public static void Fail() => throw new InvalidOperationException();
        }
        """;
}
