package io.aifactory.scoring.scored;

import java.nio.ByteBuffer;

/** Scores as the database holds them: doubles, big-endian, row after row. */
final class ScoreBytes {

    private ScoreBytes() {}

    static byte[] of(double[][] scores) {
        int outputs = scores.length == 0 ? 0 : scores[0].length;
        var bytes = ByteBuffer.allocate(scores.length * outputs * Double.BYTES);
        for (double[] score : scores) {
            for (double number : score) {
                bytes.putDouble(number);
            }
        }
        return bytes.array();
    }

    static double[][] read(byte[] bytes, int rows) {
        var numbers = ByteBuffer.wrap(bytes);
        var scores = new double[rows][rows == 0 ? 0 : bytes.length / Double.BYTES / rows];
        for (double[] score : scores) {
            for (int i = 0; i < score.length; i++) {
                score[i] = numbers.getDouble();
            }
        }
        return scores;
    }
}
