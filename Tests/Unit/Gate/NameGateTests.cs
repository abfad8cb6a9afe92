using Xunit;

namespace Devmap.Tests.Unit.Gate;

/// <summary>The first look at a body is at its names; whatever uses a member without its name has to get past it as well.</summary>
public sealed class NameGateTests
{
    [Theory]
    [InlineData("class C { void M(Item item) { item.Put(); } }")]
    [InlineData("class C { void M(Item item) { System.Action a = item.Put; } }")]
    [InlineData("class C { void M() { new Item(); } }")]
    [InlineData("class C { void M() { Item item = new(); } }")]
    [InlineData("using Thing = Item; class C { void M() { new Thing(); } }")]
    [InlineData("class C { private readonly Item _item = null!; void M() { Help(); } void Help() { _item.Put(); } Item Give() => _item; }", false)]
    [InlineData("class C { void M(Item item) { Help(item); } void Help(Item item) { Further(item); } void Further(Item item) { item.Put(); } }")]
    [InlineData("class C { Item _item = null!; void M() { var x = Current; } Item Current { get { _item.Get(); return _item; } } }")]
    [InlineData("using Devmap.Contracts; class C { [OwnedRef] Item _item = null!; void M() { _item = null!; } }")]
    [InlineData("using Devmap.Contracts; class C { [AcquiresRef] void M() { } }")]
    [InlineData("using Own = Devmap.Contracts.OwnedRefAttribute; class C { [Own] Item _item = null!; void M() { _item = null!; } }")]
    [InlineData("using Devmap.Contracts; interface I { [ReleasesRef] void M(); } class C : I { void I.M() { } }")]
    [InlineData("using Devmap.Contracts; interface I { [ReleasesRef] void M(); } class C : I { public void M() { } }")]
    [InlineData("using Devmap.Contracts; class B { [AcquiresRef] public B() { } } class C : B { public C() : base() { } void M() { B b = new(); } }")]
    [InlineData("using Devmap.Contracts; [AcquiresRef] class B { } class D : B { } class C { void M() { new D(); } }")]
    [InlineData("using Devmap.Contracts; class L { [return: AcquiresRef] public Item this[int i] => null!; } class C { void M(L l) { var x = l[0]; } }")]
    [InlineData("using Devmap.Contracts; class L : System.Collections.IEnumerable { public void Add([ReleasesRef] Item item) { } public System.Collections.IEnumerator GetEnumerator() => null!; } class C { void M(Item item) { var l = new L { item }; } }")]
    [InlineData("using Devmap.Contracts; class S { [return: AcquiresRef] public Item Select(System.Func<int, int> f) => null!; } class C { void M(S s) { var x = from i in s select i; } }")]
    [InlineData("using Devmap.Contracts; class D { public void Deconstruct([AcquiresRef] out Item a, out int b) { a = null!; b = 0; } } class C { void M(D d) { var (a, b) = d; } }")]
    [InlineData("using Devmap.Contracts; class O { [return: AcquiresRef] public static Item operator +(O a, O b) => null!; } class C { void M(O o) { var x = o + o; } }")]
    [InlineData("using Devmap.Contracts; class O { [return: AcquiresRef] public static implicit operator Item(O o) => null!; } class C { void M(O o) { Item x = o; } }")]
    [InlineData("using Devmap.Contracts; [return: AcquiresRef] delegate Item Giver(); class C { void M(Giver giver) { var x = giver(); } }")]
    [InlineData("using Devmap.Contracts; [return: AcquiresRef] delegate Item Giver(); class H { public Giver Given = null!; } class C { void M(H h) { var x = h.Given(); } }")]
    [InlineData("using Devmap.Contracts; [return: AcquiresRef] delegate Item Giver(); class H { public Giver Given() => null!; } class C { void M(H h) { var x = h.Given()(); } }")]
    [InlineData("using Devmap.Contracts; using G = Giver; [return: AcquiresRef] delegate Item Giver(); class H { public G Given => null!; } class C { void M(H h) { var x = h.Given(); } }")]
    [InlineData("using Devmap.Contracts; static class E { extension([ReleasesRef] Item item) { public void Away() { } } } class C { void M(Item item) { item.Away(); } }")]
    [InlineData("using Devmap.Contracts; class C { void M() { [AcquiresRef] void Local() { } } }")]
    [InlineData("using Devmap.Contracts; record R([property: OwnedRef] Item Inner); class C { void M(R r) { var x = r.Inner; } }")]
    public void Admits(string code, bool admits = true) => Assert.Equal(admits, GateWorld.Of(code).AdmitsM);

    [Theory]
    [InlineData("class C { int M(int[] a) { int sum = 0; foreach (int x in a) sum += x; return sum; } }")]
    [InlineData("class C { void M(System.Collections.Generic.List<string> l) { l.Clear(); new System.Text.StringBuilder().Append(l.Count); } }")]
    [InlineData("class C { void M(Item item) { if (item == null) throw new System.ArgumentNullException(); } void Other(Item item) { item.Put(); } }")]
    [InlineData("using Devmap.Contracts; [return: AcquiresRef] delegate Item Giver(); class C { void M(System.Func<int> giver) { var x = giver(); } }")]
    [InlineData("class C { void M() { Run(1); } void Run(int n) { System.Console.WriteLine(n); } }")]
    public void Does_not_admit_what_mentions_nothing(string code) => Assert.False(GateWorld.Of(code).AdmitsM);

    [Theory]
    [InlineData("M:T.Give; return acquires", "class T { public object Give() => this; } class C { void M(T t) { t.Give(); } }")]
    [InlineData("M:T.#ctor; new acquires", "class T { } class C { void M() { new T(); } }")]
    [InlineData("M:T.#ctor; new acquires", "class T { } class C { void M() { T t = new(); } }")]
    [InlineData("M:T.Give``1; return acquires", "class T { public object Give<X>() => this; } class C { void M(T t) { t.Give<int>(); } }")]
    [InlineData("M:T`1.#ctor; new acquires", "class T<X> { } class C { void M() { new T<int>(); } }")]
    [InlineData("P:T.Given; return acquires", "class T { public object Given => this; } class C { void M(T t) { var x = t.Given; } }")]
    [InlineData("M:T.get_Given; return acquires", "class T { public object Given => this; } class C { void M(T t) { var x = t.Given; } }")]
    [InlineData("P:T.Item(System.Int32); return acquires", "class T { public object this[int i] => this; } class C { void M(T t) { var x = t[0]; } }")]
    [InlineData("M:T.op_Addition(T,T); return acquires", "class T { public static T operator +(T a, T b) => a; } class C { void M(T t) { var x = t + t; } }")]
    [InlineData("M:D.Invoke; return acquires", "delegate object D(); class H { public D Given = null!; } class C { void M(H h) { var x = h.Given(); } }")]
    [InlineData("M:T.I#Give; return acquires", "interface I { object Give(); } class T : I { object I.Give() => this; } class C { void M(I i) { i.Give(); } }")]
    public void Admits_what_a_file_speaks_of(string contracts, string code) => Assert.True(GateWorld.Of(code, contracts).AdmitsM);

    /// <summary>Its body is held to what is said of it, whatever it mentions.</summary>
    [Fact]
    public void Admits_an_indexer_of_which_something_is_said()
    {
        GateWorld world = GateWorld.Of("using Devmap.Contracts; class L { [return: AcquiresRef] public object this[int i] { get { return null!; } } }");

        Assert.Contains(world.Bodies, body => body.Owner.ContainingType.Name == "L" && world.AdmitsByName(body));
    }

    [Fact]
    public void A_file_says_nothing_of_other_names() =>
        Assert.False(GateWorld.Of("class T { public object Give() => this; public void Keep() { } } class C { void M(T t) { t.Keep(); } }", "M:T.Give; return acquires").AdmitsM);
}
