using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Inference;

/// <summary>Helpers that give up what they are handed: their callers need not, and may not do it again.</summary>
public sealed class ReleasingHelperTests
{
    private const string Helpers = """
        private static void Drop(Item item) => item.Put();
        private static void DropIfAny(Item item) => item?.Put();
        private static void DropDeeper(Item item) => Drop(item);
        private static void DropTwo(Item item) { item.Put(); item.Put(); }
        private static bool DropWhen(bool wanted, Item item) { if (wanted) { item.Put(); return true; } return false; }
        private static void DropSometimes(bool wanted, Item item) { if (wanted) { item.Put(); } }
        private static void DropBalanced(Item item) { item.Get(); item.Put(); item.Put(); }
        private static void CloseIt(Item item) => item.Close();
        private static void UnpinIt(Item item) => item.Unpin();
        private static void Store(Holder holder, Item item) => holder.Item = item;
        public sealed class Holder { public Item Item; }

        """;

    [Theory]
    [InlineData("Drop(Pool.Take());")]
    [InlineData("var x = Pool.Take(); if (a) { Drop(x); return; } DropDeeper(x);")]
    [InlineData("DropIfAny(Pool.Find(n));")]
    [InlineData("var x = Pool.Take(); x.Get(); DropTwo(x);")]
    [InlineData("var x = Pool.Take(); if (!DropWhen(a, x)) x.Put();")]
    [InlineData("var x = Pool.Take(); DropBalanced(x);")]
    [InlineData("var x = Pool.Take(); CloseIt(x); CloseIt(x);")]
    [InlineData("lent.Pin(); UnpinIt(lent);")]
    [InlineData("Store(new Holder(), Pool.Take());")]
    public Task Clean(string body) => InferredCode.VerifyAsync(Helpers, body);

    [Theory]
    [InlineData("var x = Pool.Take(); Drop(x); {|DVM2002:x.Put()|};")]
    [InlineData("var x = Pool.Take(); DropDeeper(x); {|DVM2002:Drop(x)|};")]
    [InlineData("var x = Pool.Take(); DropDeeper(x); {|DVM2003:x.Read()|};")]
    [InlineData("var x = Pool.Take(); {|DVM2002:DropTwo(x)|};")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; DropWhen(a, x);")]
    [InlineData("var x = Pool.Take(); if (DropWhen(a, x)) {|DVM2002:x.Put()|}; else x.Put();")]
    [InlineData("{|DVM2002:Drop(lent)|};")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; if (a) Drop(x);")]
    [InlineData("{|DVM2001:lent.Pin()|}; if (a) UnpinIt(lent);")]
    public Task Faulty(string body) => InferredCode.VerifyAsync(Helpers, body);

    // Whether the reference is given up depends on something that no answer tells: nothing is said.
    [Theory]
    [InlineData("var x = Pool.Take(); DropSometimes(a, x);")]
    [InlineData("var x = Pool.Take(); DropSometimes(a, x); x.Put();")]
    public Task Silent(string body) => InferredCode.VerifyAsync(Helpers, body);
}
