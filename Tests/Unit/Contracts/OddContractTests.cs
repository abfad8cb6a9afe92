using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Contracts;

/// <summary>Contracts that go round in circles, stand where they mean nothing, or come in copies that are odd: no failure.</summary>
public sealed class OddContractTests
{
    [Theory]
    [InlineData("class A : B { } class B : A { [AcquiresRef] public void Get() { } public void M() { Get(); } }")]
    [InlineData("interface I : J { } interface J : I { [AcquiresRef] void Get(); } class A : I { public void Get() { } void M(I i) { i.Get(); } }")]
    [InlineData("class A { [return: AliasOf(Source = \"b\")] A F(A b) => this; void M(A a) { a.F(a.F(a)).F(null); } }")]
    [InlineData("class A { [return: BorrowedRef] A Next => this; void M(A a) { while (a != null) a = a.Next; a.Next.Next.M(a); } }")]
    [InlineData("class A { public A([KeptBy(Keeper = \"a\")] [ReleasesRef] A a) { } void M(A a) { a = new A(new A(a)); } }")]
    [InlineData("partial class A { [ReleasesRef] partial void Put(); partial void Put() { } [AcquiresRef] public partial int Get(); void M() { Put(); Get(); } }")]
    [InlineData("class A { [AcquiresRef] ~A() { } [AcquiresRef] static A() { } [ReleasesRef] public event System.Action E; void M() { E += null; E(); } }")]
    [InlineData("class A { [AcquiresRef] public static A operator +(A a, A b) => a; [ReleasesRef] public static implicit operator int(A a) => 1; void M(A a) { int i = a + a; a += a; } }")]
    [InlineData("class A { [AcquiresRef, ReleasesRef] public int this[[ReleasesRef] A a, int i] { get => 1; set { } } void M(A a) { a[a, 1]++; a[null, a[a, 2]] = 3; } }")]
    [InlineData("[AcquiresRef] enum E { [ReleasesRef] X } [OwnedRef] delegate void D([ReleasesRef] A a); class A { void M(D d) { d(this); E e = E.X; } }")]
    [InlineData("record R([property: OwnedRef] [ReleasesRef] R Next) { void M() { var r = this with { Next = null }; var (n) = r; } }")]
    [InlineData("struct S { [OwnedRef] public S[] All; [ReleasesRef] public void Put() { this = default; } void M(ref S s, in S t) { s = t; s.Put(); t.Put(); } }")]
    [InlineData("class A<T> where T : A<T> { [AcquiresRef] public void Get() { } [return: AcquiresRef] public static T F<[HasTrait(\"x\")] U>(U u) => null; void M(T t) { t.Get(); F(F(t)); } }")]
    [InlineData("class A { [AcquiresRef(When = When.True, Count = \"return\", WhenParameter = \"return\")] public void F() { } void M() { F(); } }")]
    [InlineData("class A { [ReleasesRef(Member = \"Nowhere.Never\")] public void F([OwnedRef(WhenMember = \"none\")] A a) { } void M() { F(this); } }")]
    [InlineData("class A { [RejectsTrait(null)] [TraitTest(null)] [HasTrait(null)] public bool F => true; void M() { if (F) M(); } }")]
    [InlineData("unsafe class A { [AcquiresRef] A* P; [AcquiresRef] delegate*<A, void> Q; [return: AcquiresRef] int* F() => null; void M() { *F() = 1; P->M(); Q(this); } }")]
    [InlineData("class A { [AcquiresRef] void Get(__arglist) { } void M() { Get(__arglist(1, this)); } }")]
    public Task Odd_members(string members) => Mutants.CheckAsync(Mutants.Counted, "using Devmap.Contracts;\n" + members);

    [Theory]
    [InlineData("public class AcquiresRefAttribute<T> : System.Attribute { }", "[AcquiresRef<int>]")]
    [InlineData("public abstract class AcquiresRefAttribute : System.Attribute { }", "[AcquiresRef]")]
    [InlineData("public struct AcquiresRefAttribute { }", "[AcquiresRef]")]
    [InlineData("public class AcquiresRefAttribute { }", "[AcquiresRef]")]
    [InlineData("public class AcquiresRefAttribute : System.Attribute { public AcquiresRefAttribute(params object[] all) { } }", "[AcquiresRef(1, null, new object[] { \"a\" }, typeof(int))]")]
    [InlineData("public class AcquiresRefAttribute : System.Attribute { public int Kind; public string When { get; set; } public object Count; }", "[AcquiresRef(Kind = 3, When = \"True\", Count = new[] { 1 })]")]
    [InlineData("public class AcquiresRefAttribute : System.Attribute { public When When { get; set; } } public enum When : ulong { True = ulong.MaxValue }", "[AcquiresRef(When = When.True)]")]
    [InlineData("public class AcquiresRefAttribute : AcquiresRefAttribute { }", "[AcquiresRef]")]
    [InlineData("public class AcquiresRefAttribute : System.Attribute { public System.Type Kind { get; set; } }", "[AcquiresRef(Kind = typeof(Missing))]")]
    public Task Odd_copies(string attribute, string usage) => Mutants.CheckAsync(
        Mutants.Shipped.WithReferences(Mutants.Framework),
        $"namespace Devmap.Contracts {{ {attribute} }} namespace User {{ using Devmap.Contracts; class A {{ {usage} public bool Get() => true; void M(A a) {{ if (a.Get()) a.Get(); }} }} }}");
}
