using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleasedByWrongFunction;

public sealed class ReleasedByWrongFunctionFixTests
{
    private const string World = """

        [TrustedContract] public sealed class Box
        {
            [AcquiresRef] public void Get() { }
            [ReleasesRef] public void Put() { }
            [AcquiresRef(Kind = "pin")] public void Pin() { }
            [ReleasesRef(Kind = "pin")] public void Unpin() { }
        }
        [TrustedContract] public sealed class Shelf
        {
            [return: AcquiresRef] public Box Rent() => null!;
            public void Return([ReleasesRef(Of = "this")] Box box) { }
        }
        [TrustedContract] public static class Heap
        {
            [return: AcquiresRef(Kind = "heap")] public static nint Alloc(int size) => default;
            public static void Free([ReleasesRef(Kind = "heap")] nint block) { }
            public static void FreeTask([ReleasesRef(Kind = "task")] nint block) { }
        }
        """;

    [Theory]
    [InlineData("box.Pin(); {|DVM2004:box.Put()|}; // done", "box.Pin(); box.Unpin(); // done")]
    [InlineData("box.Get(); {|DVM2004:box.Unpin()|};", "box.Get(); box.Put();")]
    [InlineData("box.Get(); {|DVM2004:box.Unpin()|}; other.Get(); {|DVM2004:other.Unpin()|};", "box.Get(); box.Put(); other.Get(); other.Put();")]
    [InlineData("var block = Heap.Alloc(1); {|DVM2004:Heap.FreeTask(block)|};", "var block = Heap.Alloc(1); Heap.Free(block);")]
    [InlineData("box.Pin(); if (box != null) {|DVM2004:box.Put()|}; else return;", "box.Pin(); if (box != null) box.Unpin(); else return;")]
    [InlineData("var it = left.Rent(); {|DVM2004:right.Return(it)|};", "var it = left.Rent(); left.Return(it);")]
    [InlineData("var it = _first.Rent(); {|DVM2004:_second.Return(it)|};", "var it = _first.Rent(); _first.Return(it);")]
    public Task Calls_the_right_one(string body, string expected) =>
        RuleFixTest<ReleasedByWrongFunctionFix>.VerifyAsync(Wrap(body), Wrap(expected));

    /// <summary>The release of one element of a batch.</summary>
    [Fact]
    public Task In_a_loop() => RuleFixTest<ReleasedByWrongFunctionFix>.VerifyAsync(
        Loop("{|DVM2004:pages[i].Put()|}"), Loop("pages[i].Unpin()"));

    private static string Loop(string release) =>
        $$"""
        using Devmap;
        public class C
        {
            public void M(AddressSpace space, ulong start)
            {
                var pages = new Page[4];
                int pinned = space.PinUserPages(start, pages.Length, GupFlags.None, pages);
                for (int i = 0; i < pinned; i++)
                {
                    {{release}};
                }
            }
        }
        """;

    private static string Wrap(string body) =>
        $$"""
        using Devmap.Contracts;
        public class C
        {
            private readonly Shelf _first = new(), _second = new();
            public void M(Box box, Box other, Shelf left, Shelf right)
            {
                {{body}}
            }
        }
        """ + World;
}
