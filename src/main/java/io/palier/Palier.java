package io.palier;

public class Palier {
    public static void main(String[] args) {}
}
