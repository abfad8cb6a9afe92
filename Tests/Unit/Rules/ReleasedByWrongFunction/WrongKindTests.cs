using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleasedByWrongFunction;

/// <summary>A release of another kind or family than the one that is held.</summary>
public sealed class WrongKindTests
{
    private const string World = """

        [TrustedContract] public static class Heap
        {
            [return: AcquiresRef(Kind = "heap")] public static IntPtr Alloc(int size) => default;
            public static void Free([ReleasesRef(Kind = "heap")] IntPtr block) { }
            [return: AcquiresRef(Kind = "task")] public static IntPtr AllocTask(int size) => default;
            public static void FreeTask([ReleasesRef(Kind = "task")] IntPtr block) { }
            public static int PinAll(int wanted, [AcquiresRef(Kind = "pin", When = When.Positive, Count = "return")] Item[] items) => 0;
            public static void UnpinAll([ReleasesRef(Kind = "pin", Count = "count")] Item[] items, int count) { }
            public static void PutAll([ReleasesRef(Count = "count")] Item[] items, int count) { }
        }
        """;

    [Theory]
    [InlineData("lent.Get(); lent.Pin(); lent.Put(); lent.Unpin();")]
    [InlineData("var x = Pool.Take(); x.Pin(); x.Put(); x.Unpin();")]
    [InlineData("var p = Heap.Alloc(n); Heap.Free(p); p = Heap.AllocTask(n); Heap.FreeTask(p);")]
    [InlineData("var p = a ? Heap.Alloc(n) : Heap.AllocTask(n); if (a) Heap.Free(p); else Heap.FreeTask(p);")]
    [InlineData("var items = new Item[n]; int got = Heap.PinAll(n, items); for (int i = 0; i < got; i++) items[i].Unpin();")]
    [InlineData("lent.Pin(); lent.Close(); lent.Unpin();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("lent.Pin(); {|DVM2004:lent.Put()|};")]
    [InlineData("lent.Get(); {|DVM2004:lent.Unpin()|};")]
    [InlineData("var x = Pool.Take(); {|DVM2004:x.Unpin()|};")]
    [InlineData("var x = Pool.Take(); try { x.Read(); } finally { {|DVM2004:x.Unpin()|}; }")]
    [InlineData("var x = Pool.Take(); x.Pin(); x.Put(); {|DVM2004:x.Put()|};")]
    [InlineData("var p = Heap.Alloc(n); {|DVM2004:Heap.FreeTask(p)|};")]
    [InlineData("var p = a ? Heap.Alloc(n) : Heap.AllocTask(n); {|DVM2004:Heap.Free(p)|};")]
    [InlineData("var items = new Item[n]; int got = Heap.PinAll(n, items); if (got > 0) {|DVM2004:Heap.PutAll(items, got)|};")]
    [InlineData("var items = new Item[n]; int got = Heap.PinAll(n, items); for (int i = 0; i < got; i++) {|DVM2004:items[i].Put()|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    /// <summary>Where the right reference is given up after all, the other release was one too many.</summary>
    [Theory]
    [InlineData("lent.Pin(); {|DVM2002:lent.Put()|}; lent.Unpin();")]
    [InlineData("var x = Pool.Take(); x.Pin(); x.Put(); {|DVM2002:x.Put()|}; x.Unpin();")]
    public Task One_too_many(string body) => VerifyAsync(body);

    /// <summary>What the callers hold, or who else holds elements of a lent array, is not known here.</summary>
    [Theory]
    [InlineData("Helper(lent); void Helper(Item x) { x.Pin(); x.Put(); x.Unpin(); }")]
    [InlineData("int got = Heap.PinAll(n, many); for (int i = 0; i < got; i++) many[i].Put();")]
    public Task Unknown(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync(
        "public class C {\npublic void M(Item lent, bool a, int n, Item[] many) {\n" + body + "\n}\n}" + World);
}
