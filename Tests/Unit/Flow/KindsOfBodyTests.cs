using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Iterators and the other bodies that are not ordinary methods.</summary>
public sealed class KindsOfBodyTests
{
    [Theory]
    [InlineData("public IEnumerable<int> M(Item i) { i.Get(); try { yield return i.Read(); } finally { i.Put(); } }")]
    [InlineData("public IEnumerable<int> M() { var x = Pool.Take(); int n = x.Read(); x.Put(); yield return n; }")]
    [InlineData("public IEnumerable<int> M(bool a) { var x = Pool.Take(); if (a) { x.Put(); yield break; } try { yield return 1; } finally { x.Put(); } }")]
    [InlineData("public IEnumerable<Item> M(int n) { for (int i = 0; i < n; i++) yield return Pool.Take(); }")]
    [InlineData("public async IAsyncEnumerable<int> M() { var x = Pool.Take(); try { await Task.Yield(); yield return 1; } finally { x.Put(); } }")]
    [InlineData("public C() { var x = Pool.Take(); x.Put(); }")]
    [InlineData("static C() { var x = Pool.Take(); x.Put(); }")]
    [InlineData("public C(Item i) : this(Pool.Take(), 1) { } public C(Item i, int n) { _kept = i; } private Item _kept;")]
    [InlineData("public int P { get { var x = Pool.Take(); try { return x.Read(); } finally { x.Put(); } } set { var x = Pool.Take(); x.Put(); } }")]
    [InlineData("public int this[int i] { get { var x = Pool.Find(i); if (x is null) return 0; x.Put(); return 1; } }")]
    [InlineData("public static C operator +(C a, C b) { var x = Pool.Take(); x.Put(); return a; }")]
    [InlineData("public event Action E { add { var x = Pool.Take(); x.Put(); } remove { } }")]
    [InlineData("private Item _item = Pool.Take();")]
    [InlineData("private static readonly Item s_item = Pool.Take();")]
    [InlineData("private readonly Func<Item> _make = () => Pool.Take();")]
    [InlineData("[OwnedRef] private Item _item = Pool.Take(); public void Dispose() => _item.Put();")]
    [InlineData("[OwnedRef] private static readonly Item s_item = Pool.Take();")]
    [InlineData("public C([ReleasesRef] Item item) { }")]
    [InlineData("~C() { var x = Pool.Take(); x.Put(); }")]
    public Task Clean(string member) => CountedCode.VerifyMembersAsync(member);

    [Theory]
    [InlineData("public IEnumerable<int> M() { var x = {|DVM2001:Pool.Take()|}; yield return x.Read(); }")]
    [InlineData("public IEnumerable<int> M(bool a) { var x = {|DVM2001:Pool.Take()|}; if (a) yield break; yield return 1; x.Put(); }")]
    [InlineData("public C() { var x = {|DVM2001:Pool.Take()|}; }")]
    [InlineData("static C() { var x = {|DVM2001:Pool.Take()|}; }")]
    [InlineData("public int P { get { var x = {|DVM2001:Pool.Take()|}; return x.Read(); } }")]
    [InlineData("public int P => {|DVM2001:Pool.Take()|}.Read();")]
    [InlineData("public int P { set { var x = Pool.Take(); x.Put(); {|DVM2002:x.Put()|}; } }")]
    [InlineData("public int this[int i] { get { var x = {|DVM2001:Pool.Find(i)|}; return x?.Read() ?? 0; } }")]
    [InlineData("public static C operator +(C a, C b) { var x = {|DVM2001:Pool.Take()|}; return a; }")]
    [InlineData("public static implicit operator int(C a) { return {|DVM2001:Pool.Take()|}.Read(); }")]
    [InlineData("public event Action E { add { var x = {|DVM2001:Pool.Take()|}; } remove { } }")]
    [InlineData("private int _read = {|DVM2001:Pool.Take()|}.Read();")]
    [InlineData("public int Read { get; } = {|DVM2001:Pool.Take()|}.Read();")]
    [InlineData("[BorrowedRef] private Item _item = {|DVM2001:Pool.Take()|};")]
    [InlineData("[OwnedRef] private Item _item = {|DVM2009:Pool.Peek(1)|}; public void Dispose() => _item.Put();")]
    [InlineData("private readonly Action _leak = () => { var x = {|DVM2001:Pool.Take()|}; };")]
    [InlineData("~C() { var x = {|DVM2001:Pool.Take()|}; }")]
    public Task Faulty(string member) => CountedCode.VerifyMembersAsync(member);

    /// <summary>Who stops an iterator early, as <c>First()</c> does, runs its finally blocks and nothing else.</summary>
    [Theory]
    [InlineData("public IEnumerable<int> M() { var x = {|DVM2001:Pool.Take()|}; yield return x.Read(); x.Put(); }")]
    [InlineData("public IEnumerable<int> M(bool a) { var x = {|DVM2001:Pool.Take()|}; try { yield return 1; } finally { if (a) x.Put(); } if (!a) x.Put(); }")]
    [InlineData("public async IAsyncEnumerable<int> M() { var x = {|DVM2001:Pool.Take()|}; await Task.Yield(); yield return 1; x.Put(); }")]
    [InlineData("public IEnumerable<int> M() { var x = {|DVM2001:Pool.Take()|}; foreach (int i in new[] { 1, 2 }) yield return i; x.Put(); }")]
    public Task An_iterator_that_its_consumer_stops(string member) => CountedCode.VerifyMembersAsync(member);

    /// <summary>The parameters of a primary constructor belong to all initializers together: none of them has to give one up.</summary>
    [Theory]
    [InlineData("public class C([ReleasesRef] Item item) { private Item _item = item; private int _n = item.Read(); }")]
    [InlineData("public class C(Item item) : Base(Pool.Take(), item) { } public class Base { public Base([ReleasesRef] Item a, [BorrowedRef] Item b) { } }")]
    [InlineData("public class C(Item item) { private int _n = item.Read() + {|DVM2001:Pool.Take()|}.Read(); }")]
    public Task Primary_constructors(string source) => CountedCode.VerifyAsync(source);

    [Theory]
    [InlineData("var x = Pool.Take(); x.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; if (args.Length == 0) return; x.Put();")]
    [InlineData("F(); void F() { var x = {|DVM2001:Pool.Take()|}; }")]
    public Task Top_level_statements(string statements)
    {
        var test = CountedCode.Test(statements);
        test.SolutionTransforms.Add((solution, id) => solution.WithProjectCompilationOptions(
            id, solution.GetProject(id)!.CompilationOptions!.WithOutputKind(Microsoft.CodeAnalysis.OutputKind.ConsoleApplication)));
        return test.RunAsync();
    }
}
