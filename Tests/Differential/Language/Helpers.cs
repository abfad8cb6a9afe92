namespace Devmap.Tests.Differential.Language;

/// <summary>
/// Methods without contract that do what a call of the library does: some of the calls of a program are printed as calls of
/// these. To the interpreter it is all the same; the analyzer has to find out from their bodies.
/// </summary>
internal static class Helpers
{
    public const string Source = """
        internal static class Helpers
        {
            public static void Give0(Item item) => Pool.Give(item);
            public static void Give1(Item item) => item?.Put();
            public static void Give2(Item item) { if (item == null) return; Item again = item; Give1(again); }
            public static void Lend0(Item item) => Pool.Lend(item);
            public static void Lend1(Item item) { Lend0(item); Lend0(item); }
            public static void Lend2(Item item) { try { Pool.Lend(item); } finally { Pool.More(); } }
            public static Item Take0() => Pool.Take();
            public static Item Take1() { if (Pool.TryTake(out var item)) return item; return new Item(); }
            public static Item Take2() { var item = Take1(); try { item.Get(); return item; } finally { item.Put(); } }
            public static Item Find0(int key) => Pool.Find(key);
            public static Item Find1(int key) { var item = Pool.Find(key); if (item is null) return null; item.Read(); return item; }
            public static Item Find2(int key) => Pool.TryTake(out var item) ? item : Find0(key);
        }
        """;

    private const int Variants = 3;

    /// <summary>The method to call at the site: every second one has a helper between, in one of its forms.</summary>
    public static string Of(string name, int site) => site % 2 == 0 ? "Pool." + name : $"Helpers.{name}{site / 2 % Variants}";
}
